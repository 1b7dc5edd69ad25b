# find_package(breachscan CONFIG) gives
#
#   breachscan::breachscan   the shared library
#   breachscan::static       the static library
#
# both with the headers breachscan.h and breachscan.hpp.

get_filename_component(_breachscan_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
find_path(_breachscan_include breachscan.h PATHS "${_breachscan_prefix}/include" NO_DEFAULT_PATH NO_CACHE)
foreach(_breachscan_kind SHARED STATIC)
  set(_breachscan_name "${CMAKE_${_breachscan_kind}_LIBRARY_PREFIX}breachscan${CMAKE_${_breachscan_kind}_LIBRARY_SUFFIX}")
  unset(_breachscan_library)
  find_file(_breachscan_library "${_breachscan_name}" NO_DEFAULT_PATH NO_CACHE
    PATHS "${_breachscan_prefix}/lib" "${_breachscan_prefix}/lib64"
          "${_breachscan_prefix}/lib/${CMAKE_LIBRARY_ARCHITECTURE}")
  set(_breachscan_target breachscan::breachscan)
  if(_breachscan_kind STREQUAL "STATIC")
    set(_breachscan_target breachscan::static)
  endif()
  if(_breachscan_library AND NOT TARGET ${_breachscan_target})
    add_library(${_breachscan_target} ${_breachscan_kind} IMPORTED)
    set_target_properties(${_breachscan_target} PROPERTIES
      IMPORTED_LOCATION "${_breachscan_library}"
      INTERFACE_INCLUDE_DIRECTORIES "${_breachscan_include}")
    if(_breachscan_kind STREQUAL "STATIC" AND UNIX AND NOT APPLE)
      set_property(TARGET ${_breachscan_target} PROPERTY
        INTERFACE_LINK_LIBRARIES gcc_s util rt pthread m dl c)
    endif()
  endif()
endforeach()

if(NOT _breachscan_include OR NOT (TARGET breachscan::breachscan OR TARGET breachscan::static))
  set(breachscan_FOUND FALSE)
  set(breachscan_NOT_FOUND_MESSAGE "no header or no library of breachscan under ${_breachscan_prefix}")
endif()
