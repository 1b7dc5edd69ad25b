//! At what hour of which day, as a chart.

use std::collections::BTreeSet;

use breachscan::breach::MessageRef;
use maud::{Markup, html};

use crate::assess::case::Docket;
use crate::assess::clock;

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const LEFT: usize = 100;
const CELL: usize = 35;
const TOP: usize = 24;

/// Messages by day and hour.
type Grid = [[usize; 24]; 7];

/// The section.
pub fn section(docket: &Docket<'_>) -> Markup {
    let grid = grid(docket);
    let total: usize = grid.iter().flatten().sum();
    html! {
        section aria-labelledby="heat-map" {
            h2 #heat-map { "Hours" }
            @if total == 0 {
                p { "No message with evidence states a time." }
            } @else {
                p { "Messages with evidence by day and hour, on the clock that the files show." }
                (chart(&grid))
                (table(&grid))
            }
        }
    }
}

fn grid(docket: &Docket<'_>) -> Grid {
    let held = docket
        .cases
        .iter()
        .flat_map(|case| &case.candidate.messages);
    let held: BTreeSet<MessageRef> = held.copied().collect();
    let mut grid = [[0; 24]; 7];
    for at in held {
        let Some(wall) = docket.intake.message(at).time.and_then(clock::wall) else {
            continue;
        };
        let day = usize::from(wall.weekday().to_monday_zero_offset().unsigned_abs());
        grid[day][usize::from(wall.hour().unsigned_abs())] += 1;
    }
    grid
}

fn most(grid: &Grid) -> usize {
    grid.iter().flatten().copied().max().unwrap_or(0).max(1)
}

fn chart(grid: &Grid) -> Markup {
    let view = format!("0 0 {} {}", LEFT + 24 * CELL + 2, TOP + 7 * CELL + 2);
    html! {
        div.wide role="region" aria-label="Chart of days and hours" tabindex="0" {
            svg.chart viewBox=(view) role="img" aria-labelledby="heat-title heat-text" {
                title #heat-title { "Messages with evidence by day and hour" }
                desc #heat-text { (described(grid)) }
                @for hour in 0..24 {
                    text x=(LEFT + hour * CELL + CELL / 2) y=(TOP - 8) text-anchor="middle" { (hour) }
                }
                @for (day, hours) in grid.iter().enumerate() {
                    text x=(LEFT - 10) y=(TOP + day * CELL + CELL / 2 + 4) text-anchor="end" { (DAYS[day]) }
                    @for (hour, &count) in hours.iter().enumerate() {
                        (cell(LEFT + hour * CELL, TOP + day * CELL, count, most(grid)))
                    }
                }
            }
        }
    }
}

fn cell(x: usize, y: usize, count: usize, most: usize) -> Markup {
    let heat = (4 * count).div_ceil(most);
    html! {
        rect class={ "heat h" (heat) } x=(x + 1) y=(y + 1) width=(CELL - 2) height=(CELL - 2) rx="3" {}
        @if count > 0 {
            text class={ "on h" (heat) } x=(x + CELL / 2) y=(y + CELL / 2 + 4) text-anchor="middle" { (count) }
        }
    }
}

fn described(grid: &Grid) -> String {
    let most = most(grid);
    let busiest = grid.iter().enumerate().find_map(|(day, hours)| {
        let hour = hours.iter().position(|&count| count == most)?;
        Some(format!(
            "The most, {most}, fall on {} from {hour}:00.",
            DAYS[day]
        ))
    });
    let total: usize = grid.iter().flatten().sum();
    format!(
        "{total} messages. {} The table below has every number.",
        busiest.unwrap_or_default()
    )
}

fn table(grid: &Grid) -> Markup {
    html! {
        details {
            summary { "The same as a table" }
            div.wide role="region" aria-labelledby="heat-table" tabindex="0" {
                table.hours {
                    caption #heat-table { "Messages with evidence by day and hour" }
                    thead {
                        tr {
                            th scope="col" { "Day" }
                            @for hour in 0..24 { th.number scope="col" { (hour) } }
                        }
                    }
                    tbody {
                        @for (day, hours) in grid.iter().enumerate() {
                            tr {
                                th scope="row" { (DAYS[day]) }
                                @for count in hours { td.number { (count) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
