//! What is written down of objects for the sake of those whose end matters: in pages that clones share, like the
//! heap's own. Knows no heap.

use std::rc::Rc;

use smallvec::SmallVec;

use super::Handle;

/// By what an object is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Link {
    #[default]
    None,
    /// A place on the value stack.
    Stack(u32),
    /// Something that the machine holds as long as a frame is open or an exception is handled.
    Machine,
    /// It never dies, or only a collection can end it: classes, the table of modules.
    Fixed,
    /// It is on a list of those to be looked at, and lives until it is its turn.
    Pending,
    Held(Handle),
    /// The object holds it, and is itself kept by it: a ring. Only a collection, or whoever breaks it, ends that.
    Ring(Handle),
}

#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// In order of creation, from 1; 0 if nobody minds its end.
    pub mortal: u64,
    link: Link,
    /// In which epoch the link was made; in an earlier one, it is none.
    epoch: u32,
    /// Since when `holders` is true.
    since: u32,
    /// Who holds it: each as often as it does, where that is known; some may do so no longer.
    holders: SmallVec<[Handle; 2]>,
    /// What it once became the link of; some may have another by now.
    kids: Vec<Handle>,
}

const PAGE: usize = 64;

type Page = Rc<[Node; PAGE]>;

#[derive(Clone, Debug, Default)]
pub(super) struct Nodes {
    pages: Vec<Option<Page>>,
    /// Links of earlier epochs are none.
    epoch: u32,
    /// Holders that were noted before are forgotten.
    since: u32,
}

impl Nodes {
    fn get(&self, handle: Handle) -> Option<&Node> {
        let page = self.pages.get(handle.0 as usize / PAGE)?.as_ref()?;
        Some(&page[handle.0 as usize % PAGE])
    }

    fn get_mut(&mut self, handle: Handle) -> &mut Node {
        let at = handle.0 as usize / PAGE;
        if at >= self.pages.len() {
            self.pages.resize(at + 1, None);
        }
        let page = self.pages[at].get_or_insert_with(|| Rc::new(std::array::from_fn(|_| Node::default())));
        &mut Rc::make_mut(page)[handle.0 as usize % PAGE]
    }

    pub fn mortal(&self, handle: Handle) -> u64 {
        self.get(handle).map_or(0, |node| node.mortal)
    }

    pub fn set_mortal(&mut self, handle: Handle, number: u64) {
        self.get_mut(handle).mortal = number;
    }

    /// All mortals, in order of creation.
    pub fn mortals(&self) -> Vec<Handle> {
        let mut found = Vec::new();
        for (number, page) in self.pages.iter().enumerate() {
            let nodes = page.iter().flat_map(|page| page.iter()).enumerate();
            let mortals = nodes.filter(|(_, node)| node.mortal != 0);
            found.extend(mortals.map(|(at, node)| (node.mortal, Handle((number * PAGE + at) as u32))));
        }
        found.sort_unstable();
        found.into_iter().map(|(_, handle)| handle).collect()
    }

    pub fn link(&self, handle: Handle) -> Link {
        match self.get(handle) {
            Some(node) if node.epoch == self.epoch => node.link,
            _ => Link::None,
        }
    }

    pub fn set_link(&mut self, handle: Handle, link: Link) {
        let epoch = self.epoch;
        let node = self.get_mut(handle);
        (node.link, node.epoch) = (link, epoch);
        if let Link::Held(holder) | Link::Ring(holder) = link {
            self.add_kid(holder, handle);
        }
    }

    pub fn is_held_by(&self, handle: Handle, holder: Handle) -> bool {
        matches!(self.link(handle), Link::Held(by) | Link::Ring(by) if by == holder)
    }

    fn add_kid(&mut self, holder: Handle, kid: Handle) {
        let kids = &mut self.get_mut(holder).kids;
        if kids.len() < 16 || !kids.len().is_power_of_two() {
            kids.push(kid);
            return;
        }
        // Those that have left are many, it may be.
        let mut kids = self.take_kids(holder);
        if kids.last() != Some(&kid) {
            kids.push(kid);
        }
        self.get_mut(holder).kids = kids;
    }

    /// What the object is the link of, in the order in which it came to be.
    pub fn take_kids(&mut self, holder: Handle) -> Vec<Handle> {
        let Some(kids) = self.get(holder).map(|node| &node.kids).filter(|kids| !kids.is_empty()) else {
            return Vec::new();
        };
        let mut seen = rustc_hash::FxHashSet::default();
        let kids =
            kids.iter().copied().filter(|&kid| self.is_held_by(kid, holder) && seen.insert(kid)).collect();
        self.get_mut(holder).kids = Vec::new();
        kids
    }

    pub fn put_kids(&mut self, holder: Handle, kids: Vec<Handle>) {
        self.get_mut(holder).kids = kids;
    }

    pub fn has_kids(&self, holder: Handle) -> bool {
        self.get(holder).is_some_and(|node| node.kids.iter().any(|&kid| self.is_held_by(kid, holder)))
    }

    pub fn holder(&self, handle: Handle, at: usize) -> Option<Handle> {
        let node = self.get(handle).filter(|node| node.since == self.since)?;
        node.holders.get(at).copied()
    }

    /// Notes a holder; `once`: unless it is known.
    pub fn add_holder(&mut self, handle: Handle, holder: Handle, once: bool) {
        const FEW: usize = 16;
        let since = self.since;
        let node = self.get_mut(handle);
        if node.since != since {
            node.since = since;
            node.holders.clear();
        }
        if once {
            let len = node.holders.len();
            if node.holders[len.saturating_sub(FEW)..].contains(&holder) {
                return;
            }
            if len > FEW && len.is_power_of_two() {
                // Whoever stands there once, stands there often enough: what they hold is looked at.
                let mut seen = rustc_hash::FxHashMap::default();
                node.holders.retain(|each| {
                    let times = seen.entry(*each).or_insert(0_u8);
                    *times = times.saturating_add(1);
                    *each != holder || *times == 1
                });
            }
        }
        node.holders.push(holder);
    }

    pub fn drop_holder_at(&mut self, handle: Handle, at: usize) {
        self.get_mut(handle).holders.swap_remove(at);
    }

    /// The object is held once less by that one.
    pub fn drop_holder(&mut self, handle: Handle, holder: Handle) {
        let Some(node) = self.get(handle).filter(|node| node.since == self.since) else { return };
        if let Some(at) = node.holders.iter().rposition(|&each| each == holder) {
            self.drop_holder_at(handle, at);
        }
    }

    /// The object has died.
    pub fn clear(&mut self, handle: Handle) {
        *self.get_mut(handle) = Node::default();
    }

    pub fn forget_links(&mut self) {
        self.epoch += 1;
    }

    pub fn forget_holders(&mut self) {
        self.since += 1;
    }

    /// Memory was collected: nothing is true any more but which objects are mortal.
    pub fn keep_mortals_only(&mut self) {
        let mortals = self.mortals();
        let numbers: Vec<u64> = mortals.iter().map(|&each| self.mortal(each)).collect();
        *self = Self::default();
        for (mortal, number) in mortals.into_iter().zip(numbers) {
            self.set_mortal(mortal, number);
        }
    }
}

/// A set of objects.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    #[inline(always)]
    pub fn has(&self, handle: Handle) -> bool {
        self.0.get(handle.0 as usize / 64).is_some_and(|word| word >> (handle.0 % 64) & 1 == 1)
    }

    pub fn add(&mut self, handle: Handle) {
        let at = handle.0 as usize / 64;
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << (handle.0 % 64);
    }

    pub fn remove(&mut self, handle: Handle) {
        if let Some(word) = self.0.get_mut(handle.0 as usize / 64) {
            *word &= !(1 << (handle.0 % 64));
        }
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}
