//! Derived things that are costly to make again each frame, kept until what they rest on changes.

use std::sync::Arc;

use eframe::egui::{Context, Id};

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
