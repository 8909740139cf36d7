"""A small stock room: what is on the shelves, what is promised to customers, what must be ordered."""

from dataclasses import dataclass


@dataclass
class Item:
    """One kind of goods on a shelf."""

    name: str
    on_hand: int = 0
    reserved: int = 0  # promised to customers, still on the shelf
    reorder_at: int = 5


class StockRoom:
    """Keeps items by name."""

    def __init__(self):
        self._items = {}

    def receive(self, name, quantity, reorder_at=5):
        """Put delivered goods on the shelf."""
        if quantity <= 0:
            raise ValueError("quantity must be positive")
        item = self._items.setdefault(name, Item(name, reorder_at=reorder_at))
        item.on_hand += quantity

    def available(self, name):
        """How many can still be promised."""
        item = self._items.get(name)
        return item.on_hand - item.reserved if item else 0

    def reserve(self, name, quantity):
        """Promise goods to a customer; False when there are not enough."""
        if self.available(name) < quantity:
            return False
        self._items[name].reserved += quantity
        return True

    def ship(self, name, quantity):
        """Take reserved goods off the shelf."""
        item = self._items[name]
        if item.reserved < quantity:
            raise ValueError("only reserved goods are shipped")
        item.on_hand -= quantity
        item.reserved += quantity

    def to_order(self):
        """Names of the items that are running out, in alphabetical order."""
        return sorted(
            item.name
            for item in self._items.values()
            if item.on_hand - item.reserved <= item.reorder_at  # promised goods do not count
        )
