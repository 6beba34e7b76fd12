//! Pseudo-random numbers for training: the same seed, the same order, on every machine (`SplitMix64`, Steele et al. 2014).

/// The generator.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let first = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let second = (first ^ (first >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        second ^ (second >> 31)
    }

    /// The next share of one, from 0 up to 1.
    pub fn share(&mut self) -> f32 {
        f32::from((self.draw() >> 48) as u16) / 65_536.0
    }

    /// Puts a list in a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            let other = (self.draw() % (at as u64 + 1)) as usize;
            items.swap(at, other);
        }
    }
}
