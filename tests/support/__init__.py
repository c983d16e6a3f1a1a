"""What tests share: content of their own, real builds, readers of pages and files. Tests themselves stand beside it."""
