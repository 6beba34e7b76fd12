//! [`sum`]: a check sum. It finds what a disk or a crash has damaged; it is no defence against forgery.

/// Eight bytes are taken at a time, in four rows, so that the processor can work on all of them at once.
const ROWS: usize = 4;
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The check sum of these bytes.
pub(super) fn sum(bytes: &[u8]) -> u64 {
    let mut rows: [u64; ROWS] = [1, 2, 3, 4];
    let (blocks, rest) = bytes.as_chunks::<{ 8 * ROWS }>();
    for block in blocks {
        for (row, word) in rows.iter_mut().zip(block.as_chunks::<8>().0) {
            *row = mixed(*row, u64::from_le_bytes(*word));
        }
    }
    for byte in rest {
        rows[0] = mixed(rows[0], u64::from(*byte));
    }
    rows.iter().fold(bytes.len() as u64, |sum, row| mixed(sum, *row))
}

const fn mixed(sum: u64, word: u64) -> u64 {
    (sum ^ word).wrapping_mul(ODD).rotate_left(29)
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn each_bit_counts() {
        let bytes: Vec<u8> = (0..99).collect();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(sum(&bytes), sum(&flipped), "bit {bit}");
        }
        assert_ne!(sum(&bytes[..98]), sum(&bytes));
        assert_ne!(sum(&[]), sum(&[0]));
    }
}
