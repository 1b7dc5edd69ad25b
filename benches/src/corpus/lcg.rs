//! The numbers behind every choice.

/// A linear congruential generator: the same numbers on every machine.
#[derive(Debug, Clone)]
pub struct Lcg(u64);

impl Lcg {
    /// A generator that starts at `seed`.
    pub fn new(seed: u64) -> Lcg {
        let mut lcg = Lcg(seed);
        lcg.next();
        lcg
    }

    fn next(&mut self) -> u64 {
        // Knuth's MMIX constants; the low bits of such a generator repeat early, so the high ones are used.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// One of the items.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}
