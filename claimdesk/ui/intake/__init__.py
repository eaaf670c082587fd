"""From a mail or a copied text to its case: what was read, what will happen, and one key to do it."""
