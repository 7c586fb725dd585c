// Embedded page assets.
