//! The HTML report, as a file and in a browser.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::page::{Page, parse};
use crate::support::{folder, run};

const PURPOSE: &str = "Dip sample <14> & \"review\"";

/// A chat with a candidate, with markup in a name and in the text.
const CHAT: &str = "\
05/01/2020, 08:00 - Dale <b>Port</b> created group \"Plant & Van Thefts\"
14/02/2021, 21:14 - Dale <b>Port</b>: <script>alert(1)</script> blue Transit OW17 ZBD just come off the ferry, driver \
Wilf Aldergrove DOB 03/04/1985, 14 Larkspur Close HU99 9ZX, previous for theft of plant
14/02/2021, 21:15 - Marnie: pic of his driving licence MORGA657054SM9IJ, NHS 999 519 2977, anyone know him
14/02/2021, 21:16 - Marnie: IMG-20210214-WA0003.jpg (file attached)
";
const VALUES: [&str; 5] = [
    "OW17 ZBD",
    "03/04/1985",
    "HU99 9ZX",
    "MORGA657054SM9IJ",
    "999 519 2977",
];

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data")
}

fn report(folder: &Path, path: &str, more: &[&str]) -> String {
    let args = [
        "assess",
        path,
        "--format",
        "html",
        "--purpose",
        PURPOSE,
        "--authority",
        "Supt Quill",
        "--stamp",
        "2026-05-31T09:00:00Z",
    ];
    let run = run(folder, &[&args, more].concat(), b"");
    assert_eq!((run.status, &*run.stderr), (0, ""));
    run.text().to_owned()
}

fn of_chat(more: &[&str]) -> String {
    let folder = folder(&[("WhatsApp Chat with Vans.txt", CHAT.as_bytes())]);
    report(folder.path(), "WhatsApp Chat with Vans.txt", more)
}

fn check_structure(page: &Page) {
    let ids: BTreeSet<&String> = page.ids.iter().collect();
    assert_eq!(ids.len(), page.ids.len(), "every id once");
    let lost: Vec<&String> = page
        .targets
        .iter()
        .filter(|target| !ids.contains(target))
        .collect();
    assert!(lost.is_empty(), "nothing has these ids: {lost:?}");
    assert!(
        page.fetched.is_empty(),
        "nothing is fetched: {:?}",
        page.fetched
    );
    let headings = page.elements.iter().filter(|name| *name == "h1").count();
    assert_eq!(headings, 1);
    for never in ["script", "link", "iframe", "img", "form", "object"] {
        assert!(!page.elements.iter().any(|name| name == never), "{never}");
    }
}

#[test]
fn page_holds_together_and_fetches_nothing() {
    for page in [of_chat(&[]), report(&data(), ".", &[])] {
        check_structure(&parse(&page));
        assert!(page.contains("<html lang=\"en-GB\">"));
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"));
    }
}

#[test]
fn page_says_purpose_authority_and_when_it_was_made() {
    let page = parse(&of_chat(&[]));
    assert!(
        page.text
            .contains("Dip sample &lt;14&gt; &amp; &quot;review&quot;")
    );
    assert!(page.text.contains("Supt Quill"));
    assert!(page.text.contains("2026-05-31 09:00:00 UTC"));
}

#[test]
fn text_of_the_chat_is_no_markup() {
    let page = of_chat(&[]);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("Dale &lt;b&gt;Port&lt;/b&gt;"));
}

#[test]
fn values_are_masked_until_they_are_asked_for() {
    for floor in ["0", "0.5", "0.96"] {
        let masked = of_chat(&["--min-confidence", floor]);
        for value in VALUES {
            assert!(!masked.contains(value), "{value} with {floor}");
        }
        assert!(masked.contains("••••"));
    }
    let shown = of_chat(&["--show-values"]);
    for value in VALUES {
        assert!(shown.contains(value), "{value}");
    }
}

#[test]
fn same_input_gives_the_same_page() {
    assert!(
        report(&data(), ".", &[]) == report(&data(), ".", &[]),
        "pages differ"
    );
}

#[test]
fn report_is_written_beside_the_other_format() {
    let folder = folder(&[("WhatsApp Chat with Vans.txt", CHAT.as_bytes())]);
    let args = [
        "assess",
        ".",
        "--format",
        "jsonl",
        "--report",
        "report.html",
        "--purpose",
        "p",
        "--authority",
        "a",
    ];
    let both = run(folder.path(), &args, b"");
    assert_eq!(both.status, 0);
    assert!(!both.lines().is_empty());
    let page = std::fs::read_to_string(folder.path().join("report.html")).expect("the report");
    check_structure(&parse(&page));
}

/// The first browser that is installed.
fn browser() -> Option<&'static str> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|name| Command::new(name).arg("--version").output().is_ok())
}

/// The document of `page` once a browser has read it.
fn read_in(browser: &str, folder: &TempDir, page: &str) -> String {
    let profile = format!(
        "--user-data-dir={}",
        folder.path().join("profile").display()
    );
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
        ])
        .args([
            "--allow-file-access-from-files",
            "--virtual-time-budget=3000",
            &profile,
            "--dump-dom",
        ])
        .arg(format!("file://{}", folder.path().join(page).display()))
        .output()
        .expect("the browser starts");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A page that opens the report at the width of a telephone and of a desk, and writes down what it sees.
const FRAME: &str = r#"<!DOCTYPE html><title>t</title>
<iframe id=f390 src="report.html" width=390 height=800></iframe><iframe id=f1280 src="report.html" width=1280 height=800></iframe>
<pre id=out></pre><script>
onload = () => { for (const width of [390, 1280]) {
  const page = document.getElementById("f" + width).contentDocument;
  const style = page.defaultView.getComputedStyle(page.body);
  const root = page.documentElement;
  out.textContent += `${width}: sideways ${root.scrollWidth > root.clientWidth} articles ${page.querySelectorAll("article").length} `
    + `marks ${page.querySelectorAll("mark").length} charts ${page.querySelectorAll("svg[role=img]").length} font ${style.fontSize}\n`;
} };
</script>"#;

#[test]
fn browser_shows_every_candidate_at_every_width() {
    let Some(browser) = browser() else {
        eprintln!("skipped: no chromium is installed");
        return;
    };
    let page = report(&data(), ".", &[]);
    let articles = parse(&page)
        .elements
        .iter()
        .filter(|name| *name == "article")
        .count();
    let folder = folder(&[
        ("report.html", page.as_bytes()),
        ("frame.html", FRAME.as_bytes()),
    ]);
    let seen = read_in(browser, &folder, "frame.html");
    for width in [390, 1280] {
        let found = format!("{width}: sideways false articles {articles} ");
        assert!(
            seen.contains(&found),
            "not \"{found}\" in:\n{}",
            seen.split("<pre").nth(1).unwrap_or_default()
        );
    }
    assert_eq!(seen.matches("charts 2 font 16px").count(), 2);
}
