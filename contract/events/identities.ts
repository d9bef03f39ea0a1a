// Corporates and consumers: their checks, and whether they may act.
export {}
