//! Work spread over threads; its results come back one by one, in no order.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// So many results may wait to be taken.
const WAITING: usize = 64;

/// So few items are worked on right here.
const FEW: usize = 4;

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Go {
    /// With the next item.
    On,
    /// No further: what is being worked on is finished, and taken.
    NoFurther,
}

/// Gives each of `items` to `work` on one of so many threads, and each result to `take` on this one, with the number of its item.
pub(super) fn spread<T: Sync, R: Send>(
    items: &[T],
    workers: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(usize, R) -> Go,
) {
    let next = AtomicUsize::new(0);
    let is_over = AtomicBool::new(false);
    let one = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let item = items.get(at).filter(|_| !is_over.load(Ordering::Relaxed))?;
        Some((at, work(item)))
    };
    let mut end = |at, result| {
        if take(at, result) == Go::NoFurther {
            is_over.store(true, Ordering::Relaxed);
        }
    };
    thread::scope(|scope| {
        let (results, waiting) = mpsc::sync_channel(WAITING);
        let threads = if items.len() <= FEW { 0 } else { workers.get().min(items.len()) };
        for _ in 0..threads {
            let results = results.clone();
            let worker = move || while one().is_some_and(|result| results.send(result).is_ok()) {};
            // Where there can be no more threads, those that there are do it, and this one in the end.
            drop(thread::Builder::new().name("worker".to_owned()).spawn_scoped(scope, worker));
        }
        drop(results);
        for (at, result) in waiting {
            end(at, result);
        }
        while let Some((at, result)) = one() {
            end(at, result);
        }
    });
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use super::{Go, spread};

    fn check(count: usize, workers: usize) {
        let items: Vec<usize> = (0..count).collect();
        let mut doubled = vec![0; count];
        let workers = NonZeroUsize::new(workers).unwrap();
        spread(
            &items,
            workers,
            |item| item * 2,
            |at, result| {
                doubled[at] = result;
                Go::On
            },
        );
        assert_eq!(doubled, items.iter().map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn every_item_is_worked_on_once() {
        for (count, workers) in [(0, 1), (3, 2), (100, 1), (1000, 7)] {
            check(count, workers);
        }
    }

    #[test]
    fn it_ends_soon_where_it_is_told_to() {
        let items: Vec<usize> = (0..10_000).collect();
        let mut taken = 0;
        spread(
            &items,
            NonZeroUsize::new(2).unwrap(),
            |item| *item,
            |_, _| {
                taken += 1;
                if taken < 10 { Go::On } else { Go::NoFurther }
            },
        );
        assert!((10..1000).contains(&taken), "{taken}");
    }
}
