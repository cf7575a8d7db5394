//! Derived things that are costly to make again each frame, kept until what they rest on changes.

use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{Context, Id};

/// What takes this many events or more is made beside the window.
pub(crate) const LARGE: usize = 20_000;

/// What was made last under `id`, or made afresh if `key` is another.
pub(crate) fn memo<K, V>(ctx: &Context, id: Id, key: K, make: impl FnOnce(&K) -> V) -> Arc<V>
where
    K: PartialEq + Clone + Send + Sync + 'static,
    V: Send + Sync + 'static,
{
    let kept: Option<(K, Arc<V>)> = ctx.data(|data| data.get_temp(id));
    if let Some((kept_key, value)) = kept
        && kept_key == key
    {
        return value;
    }
    let value = Arc::new(make(&key));
    ctx.data_mut(|data| data.insert_temp(id, (key, Arc::clone(&value))));
    value
}

/// Like [`memo`] for what takes longer than a frame: it is made on a thread of its own, which asks
/// for a frame when it is done. Until then what was made before is given, or nothing. `work` is
/// asked for the work only where there is some.
pub(crate) fn memo_aside<K, V, W>(
    ctx: &Context,
    id: Id,
    key: K,
    work: impl FnOnce() -> W,
) -> Option<Arc<V>>
where
    K: PartialEq + Clone + Send + Sync + 'static,
    V: Send + Sync + 'static,
    W: FnOnce() -> V + Send + 'static,
{
    let (making_id, kept_id) = (id.with("being made"), id.with("made"));
    let making: Option<(K, Slot<V>)> = ctx.data(|data| data.get_temp(making_id));
    let slot = match making {
        Some((made_for, slot)) if made_for == key => slot,
        _ => {
            let slot = Slot::default();
            start(ctx.clone(), Arc::clone(&slot), work());
            ctx.data_mut(|data| data.insert_temp(making_id, (key, Arc::clone(&slot))));
            slot
        }
    };
    let done = slot.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(done) = done {
        ctx.data_mut(|data| data.insert_temp(kept_id, Arc::new(done)));
    }
    ctx.data(|data| data.get_temp(kept_id))
}

/// Where a thread leaves what it made.
type Slot<V> = Arc<Mutex<Option<V>>>;

fn start<V: Send + 'static>(
    ctx: Context,
    slot: Slot<V>,
    make: impl FnOnce() -> V + Send + 'static,
) {
    let work = move || {
        let done = make();
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
        ctx.request_repaint();
    };
    let thread = std::thread::Builder::new().name("dateline-memo".to_owned());
    // Without a thread to be had what was before stays; the next change tries again.
    drop(thread.spawn(work));
}

/// An `Arc` that is compared by where it points: what it holds never changes.
#[derive(Debug)]
pub(crate) struct Same<T: ?Sized>(pub(crate) Arc<T>);

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_again_only_for_another_key() {
        let ctx = Context::default();
        let id = Id::unique("memo");
        let mut n_made = 0;
        for key in [1, 1, 2, 2, 1] {
            let value = memo(&ctx, id, key, |key| {
                n_made += 1;
                key * 10
            });
            assert_eq!(*value, key * 10);
        }
        assert_eq!(n_made, 3);
    }
}
