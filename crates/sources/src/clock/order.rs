//! The order of day, month and year, and how it shows.

use jiff::civil::Date;

/// In which order a date's three numbers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 14/02/2021.
    DayMonthYear,
    /// 02/14/2021.
    MonthDayYear,
    /// 2021-02-14.
    YearMonthDay,
    /// 2021-14-02.
    YearDayMonth,
}

/// All orders, the likelier first.
const ORDERS: [DateOrder; 4] = [
    DateOrder::DayMonthYear,
    DateOrder::MonthDayYear,
    DateOrder::YearMonthDay,
    DateOrder::YearDayMonth,
];

/// A date's three numbers as written; a year has four digits or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbers {
    pub(crate) fields: [u16; 3],
    /// Which of them is the year, when that is plain.
    pub(crate) year_at: Option<u8>,
}

impl Numbers {
    /// Days since 1970-01-01, and year and month, when read in this order.
    fn read(self, order: DateOrder) -> Option<(i64, u16, u16)> {
        let [a, b, c] = self.fields;
        let (year, month, day, year_at) = match order {
            DateOrder::DayMonthYear => (c, b, a, 2),
            DateOrder::MonthDayYear => (c, a, b, 2),
            DateOrder::YearMonthDay => (a, b, c, 0),
            DateOrder::YearDayMonth => (a, c, b, 0),
        };
        if self.year_at.is_some_and(|known| known != year_at) {
            return None;
        }
        let year = match year {
            0..100 => year + 2000,
            BUDDHIST.. => year - 543,
            _ => year,
        };
        let date = Date::new(
            i16::try_from(year).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        )
        .ok()?;
        Some((days_of(date), year, month))
    }

    /// Seconds since 1970-01-01 00:00:00 of the day's beginning; in another order where this one gives no date.
    pub(crate) fn seconds(self, order: DateOrder) -> Option<i64> {
        let read = self
            .read(order)
            .or_else(|| ORDERS.into_iter().find_map(|other| self.read(other)));
        read.map(|(days, _, _)| days * DAY)
    }
}

const DAY: i64 = 86_400;

/// Years from this one on are of the Buddhist calendar.
const BUDDHIST: u16 = 2400;

fn days_of(date: Date) -> i64 {
    date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
}

/// Works out the order of dates that stand in order of time.
#[derive(Default)]
pub(crate) struct OrderGuess {
    /// The dates, a repeated one once.
    dates: Vec<Numbers>,
}

impl OrderGuess {
    pub(crate) fn see(&mut self, date: Numbers) {
        if self.dates.last() != Some(&date) {
            self.dates.push(date);
        }
    }

    /// The order in which the fewest dates are impossible, then go back in time, then change the year, then the month;
    /// at a tie the first of day-month-year, month-day-year and those with the year in front.
    pub(crate) fn order(&self) -> DateOrder {
        let cost = |order: &DateOrder| self.cost(*order);
        ORDERS.into_iter().min_by_key(cost).unwrap_or(ORDERS[0])
    }

    fn cost(&self, order: DateOrder) -> (usize, usize, usize, usize) {
        let mut cost = (0, 0, 0, 0);
        let mut last: Option<(i64, u16, u16)> = None;
        for date in &self.dates {
            let Some(read) = date.read(order) else {
                cost.0 += 1;
                continue;
            };
            if let Some(last) = last {
                cost.1 += usize::from(read.0 < last.0);
                cost.2 += usize::from(read.1 != last.1);
                cost.3 += usize::from(read.2 != last.2);
            }
            last = Some(read);
        }
        cost
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::date;

    fn order_of(dates: &[&str]) -> DateOrder {
        let mut guess = OrderGuess::default();
        for text in dates {
            guess.see(date(text).unwrap().0);
        }
        guess.order()
    }

    #[test]
    fn dates_tell_their_order() {
        assert_eq!(order_of(&["14/02/2021"]), DateOrder::DayMonthYear);
        assert_eq!(order_of(&["02/14/2021"]), DateOrder::MonthDayYear);
        assert_eq!(order_of(&["01/02/2021"]), DateOrder::DayMonthYear);
        let american = ["03/01/21", "03/02/21", "03/05/21", "04/01/21"];
        assert_eq!(order_of(&american), DateOrder::MonthDayYear);
        let british = ["01/03/21", "02/03/21", "05/03/21", "01/04/21"];
        assert_eq!(order_of(&british), DateOrder::DayMonthYear);
        assert_eq!(order_of(&["24-04-22", "24-04-27"]), DateOrder::YearMonthDay);
        assert_eq!(order_of(&["24-16-04", "24-17-04"]), DateOrder::YearDayMonth);
        assert_eq!(order_of(&["2021.2.3"]), DateOrder::YearMonthDay);
    }
}
