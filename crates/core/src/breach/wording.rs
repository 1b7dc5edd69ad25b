//! What the plain words of a text, and pairs of them, tell for or against, each counted once.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

use super::unit::Unit;
use super::weights::touched;
use crate::error::Error;

/// Most words that are named as having told for a candidate.
const MOST_TELLING: usize = 6;

/// What stands between two words that make no pair.
const BREAKS: [char; 6] = ['.', '?', '!', ';', ',', '\n'];

/// Words and pairs of words with a weight, in hundredths.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    numbers: HashMap<String, usize>,
    /// Words of grammar last.
    words: Vec<(String, i64)>,
    /// How many are not words of grammar, which say nothing by themselves.
    telling: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingFile {
    words: BTreeMap<String, i64>,
    #[serde(default)]
    grammar: BTreeMap<String, i64>,
}

impl Wording {
    /// Reads the TOML text of words; `name` is for errors.
    pub fn parse(name: &str, text: &str) -> Result<Wording, Error> {
        let file: WordingFile =
            toml::from_str(text).map_err(|error| Error::toml(name, text, &error))?;
        let telling = file.words.len();
        let words: Vec<(String, i64)> = file.words.into_iter().chain(file.grammar).collect();
        let numbers = words.iter().map(|(word, _)| word.clone()).zip(0..);
        Ok(Wording {
            numbers: numbers.collect(),
            words,
            telling,
        })
    }

    /// The words and pairs in each stretch of the unit, up to the stretch of number `last`.
    pub fn of_stretches(&self, unit: &Unit<'_>, last: usize) -> Vec<Words> {
        let none = Words(vec![0; self.words.len().div_ceil(64)]);
        let mut of_stretches = vec![none; last + 1];
        for (start, text) in unit.texts() {
            self.each(text, |at, number| {
                for stretch in touched(&(start + at..start + at), last) {
                    of_stretches[stretch].insert(number);
                }
            });
        }
        of_stretches
    }

    /// Tells `seen` where each word of the list stands, and where each pair has its second word.
    fn each(&self, text: &str, mut seen: impl FnMut(usize, usize)) {
        // The word before and the one here, with a space between them where they make a pair.
        let mut pair = String::new();
        let mut end = 0;
        for (at, word) in text.unicode_word_indices() {
            if text[end..at].contains(BREAKS) {
                pair.clear();
            }
            end = at + word.len();
            let word = plain(word);
            if !pair.is_empty() {
                pair.push(' ');
                pair.push_str(&word);
                if let Some(&number) = self.numbers.get(&pair) {
                    seen(at, number);
                }
            }
            if let Some(&number) = self.numbers.get(&word) {
                seen(at, number);
            }
            pair = word;
        }
    }

    /// What these words add up to.
    pub fn weigh(&self, words: &Words) -> i64 {
        words.numbers().map(|number| self.words[number].1).sum()
    }

    /// Those of these words that tell most for a breach, the most telling first; none of grammar.
    pub fn telling(&self, words: &Words) -> Vec<String> {
        let named = words.numbers().take_while(|&number| number < self.telling);
        let mut telling: Vec<&(String, i64)> = named.map(|number| &self.words[number]).collect();
        telling.retain(|(_, weight)| *weight > 0);
        telling.sort_by_key(|(word, weight)| (-weight, word));
        let telling = telling.into_iter().take(MOST_TELLING);
        telling.map(|(word, _)| word.clone()).collect()
    }
}

/// Words and pairs of the list, a bit each.
#[derive(Clone, Debug)]
pub(super) struct Words(Vec<u64>);

impl Words {
    fn insert(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    fn numbers(&self) -> impl Iterator<Item = usize> {
        let is_in = |&number: &usize| self.0[number / 64] >> (number % 64) & 1 == 1;
        (0..64 * self.0.len()).filter(is_in)
    }
}

/// A word as the list has it: small letters, a straight apostrophe.
fn plain(word: &str) -> String {
    word.to_lowercase().replace('\u{2019}', "'")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{App, Channel, ChannelKind, Conversation, Message, Text};

    const WORDS: &str = "words = { nosy = 40, mate = 20, \"don't\" = -15 }\ngrammar = { his = 60 }";

    fn read(wording: &Wording, texts: &[&str], last: usize) -> Vec<Words> {
        let mut chat = Conversation::new(Channel::new(App::WhatsApp, ChannelKind::Group));
        let messages = texts.iter().map(|text| Message::new(Text::new(*text)));
        chat.messages.extend(messages);
        wording.of_stretches(&Unit::of(0, &chat, 0)[0], last)
    }

    fn sums(texts: &[&str], last: usize) -> Vec<i64> {
        let wording = Wording::parse("mine.toml", WORDS).unwrap();
        let of_stretches = read(&wording, texts, last);
        let sums = of_stretches.iter().map(|words| wording.weigh(words));
        sums.collect()
    }

    #[test]
    fn each_word_counts_once_whatever_its_case_and_apostrophe() {
        assert_eq!(sums(&["Nosy, I know.", "DON\u{2019}T be nosy"], 0), [25]);
        assert_eq!(sums(&["nosyness don"], 0), [0]);
    }

    #[test]
    fn a_word_counts_in_every_stretch_it_lies_in() {
        let long = format!("{}nosy{}", " ".repeat(3000), " ".repeat(4000));
        assert_eq!(sums(&[&long, "don't"], 3), [40, 40, -15, -15]);
    }

    #[test]
    fn a_pair_counts_where_nothing_parts_its_words() {
        let wording = Wording::parse("mine.toml", "words = { \"his ex\" = 50, ex = 7 }").unwrap();
        let sum = |text| wording.weigh(&read(&wording, &[text], 0)[0]);
        assert_eq!(sum("it was His  ex again"), 57);
        assert_eq!(sum("his, ex"), 7);
        assert_eq!(sum("his\nex"), 7);
        let across = read(&wording, &["his", "ex"], 0);
        assert_eq!(wording.weigh(&across[0]), 7);
    }

    #[test]
    fn the_most_telling_words_come_first() {
        let wording = Wording::parse("mine.toml", WORDS).unwrap();
        let words = read(&wording, &["don't be nosy mate, his bike"], 0);
        assert_eq!(wording.weigh(&words[0]), 105);
        assert_eq!(wording.telling(&words[0]), ["nosy", "mate"]);
    }

    #[test]
    fn a_refusal_names_file_and_line() {
        let refused = Wording::parse("mine.toml", "[words]\nnosy = \"much\"\n").unwrap_err();
        assert!(refused.to_string().contains("mine.toml:2"), "{refused}");
    }
}
