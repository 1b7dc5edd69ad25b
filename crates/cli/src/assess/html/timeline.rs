//! When, as a chart.

use breachscan::breach::Band;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::overview::{BANDS, words};
use crate::assess::case::Docket;
use crate::assess::words::counted;

/// Where the chart's area begins and how wide it is, in the chart's own units.
const LEFT: f64 = 110.0;
const WIDTH: f64 = 820.0;
const ROW: f64 = 34.0;
/// Columns of the row that counts all messages.
const COLUMNS: usize = 82;
const TICKS: usize = 5;

/// Points in time on a line.
struct Axis {
    first: i64,
    last: i64,
}

/// The section.
pub fn section(docket: &Docket<'_>) -> Markup {
    let marks: Vec<(i64, Band)> = docket
        .cases
        .iter()
        .filter_map(|case| {
            let time = case.first()?.time?;
            Some((time.utc_seconds(), case.candidate.severity.band()))
        })
        .collect();
    let without = docket.cases.len() - marks.len();
    html! {
        section aria-labelledby="timeline" {
            h2 #timeline { "Timeline" }
            @match axis(&marks) {
                Some(axis) => { (chart(&axis, &marks, &traffic(docket, &axis))) }
                None => { p { "No candidate states a time." } }
            }
            @if without > 0 && !marks.is_empty() {
                p.minor { (counted(without, "candidate")) " without a time." }
            }
        }
    }
}

/// From the first candidate to the last, with an hour on each side at least.
fn axis(marks: &[(i64, Band)]) -> Option<Axis> {
    let times = marks.iter().map(|&(time, _)| time);
    let (first, last) = (times.clone().min()?, times.max()?);
    let margin = ((last - first) / 40).max(3600);
    Some(Axis {
        first: first - margin,
        last: last + margin,
    })
}

impl Axis {
    fn x(&self, time: i64) -> f64 {
        LEFT + WIDTH * (time - self.first) as f64 / (self.last - self.first) as f64
    }

    fn tick(&self, index: usize) -> (f64, String) {
        let share = index as f64 / (TICKS - 1) as f64;
        let time = self.first + ((self.last - self.first) as f64 * share) as i64;
        let is_short = self.last - self.first < 3 * 86_400;
        let format = if is_short {
            "%-d %b, %H:%M"
        } else {
            "%-d %b %Y"
        };
        let text = Timestamp::from_second(time)
            .map(|time| time.to_zoned(TimeZone::UTC).strftime(format).to_string());
        (self.x(time), text.unwrap_or_default())
    }
}

/// How many messages fall into each column.
fn traffic(docket: &Docket<'_>, axis: &Axis) -> Vec<usize> {
    let mut columns = vec![0; COLUMNS];
    let messages = docket
        .intake
        .conversations
        .iter()
        .flat_map(|all| &all.messages);
    for time in messages.filter_map(|message| message.time) {
        let share = (axis.x(time.utc_seconds()) - LEFT) / WIDTH;
        if (0.0..1.0).contains(&share) {
            columns[(share * COLUMNS as f64) as usize] += 1;
        }
    }
    columns
}

fn chart(axis: &Axis, marks: &[(i64, Band)], traffic: &[usize]) -> Markup {
    let rows = BANDS.len() as f64;
    let bottom = ROW * (rows + 1.0);
    let view = format!("0 0 960 {}", bottom + 30.0);
    html! {
        div.wide role="region" aria-label="Timeline chart" tabindex="0" {
            svg.chart viewBox=(view) role="img" aria-labelledby="timeline-title timeline-text" {
                title #timeline-title { "Candidates by time and severity" }
                desc #timeline-text { (described(axis, marks)) }
                @for (at, band) in BANDS.into_iter().enumerate() {
                    (row(axis, marks, band, ROW * at as f64))
                }
                text x=(LEFT - 10.0) y=(bottom - 10.0) text-anchor="end" { "messages" }
                (bars(traffic, bottom))
                line.axis x1=(LEFT) x2=(LEFT + WIDTH) y1=(bottom) y2=(bottom) {}
                @for index in 0..TICKS { (tick(axis, index, bottom)) }
            }
        }
    }
}

fn described(axis: &Axis, marks: &[(i64, Band)]) -> String {
    let count = |band: Band| marks.iter().filter(|(_, of)| *of == band).count();
    let bands = BANDS.map(|band| format!("{} {}", count(band), words(band)));
    let (_, from) = axis.tick(0);
    let (_, to) = axis.tick(TICKS - 1);
    format!(
        "From {from} to {to}: {}. Each row is a severity, each diamond a candidate.",
        bands.join(", ")
    )
}

fn row(axis: &Axis, marks: &[(i64, Band)], band: Band, top: f64) -> Markup {
    let middle = top + ROW / 2.0;
    html! {
        text x=(LEFT - 10.0) y=(middle + 4.0) text-anchor="end" { (words(band)) }
        line.rule x1=(LEFT) x2=(LEFT + WIDTH) y1=(middle) y2=(middle) {}
        @for (time, _) in marks.iter().filter(|(_, of)| *of == band) {
            path class={ "mark " (band.as_str()) } d=(diamond(axis.x(*time), middle)) {}
        }
    }
}

fn diamond(x: f64, y: f64) -> String {
    format!("M{x:.1} {:.1}l7 8-7 8-7-8z", y - 8.0)
}

fn bars(traffic: &[usize], bottom: f64) -> Markup {
    let most = traffic.iter().copied().max().unwrap_or(0).max(1) as f64;
    let width = WIDTH / COLUMNS as f64;
    html! {
        @for (at, &count) in traffic.iter().enumerate().filter(|(_, count)| **count > 0) {
            @let height = ((ROW - 6.0) * count as f64 / most).max(1.5);
            rect.bar x=(format!("{:.1}", LEFT + width * at as f64)) y=(format!("{:.1}", bottom - height))
                width=(format!("{:.1}", width - 1.0)) height=(format!("{height:.1}")) {}
        }
    }
}

fn tick(axis: &Axis, index: usize, bottom: f64) -> Markup {
    let (x, text) = axis.tick(index);
    let anchor = match index {
        0 => "start",
        last if last == TICKS - 1 => "end",
        _ => "middle",
    };
    html! {
        line.axis x1=(format!("{x:.1}")) x2=(format!("{x:.1}")) y1=(bottom) y2=(bottom + 5.0) {}
        text x=(format!("{x:.1}")) y=(bottom + 20.0) text-anchor=(anchor) { (text) }
    }
}
