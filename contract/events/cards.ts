// Managed cards: their life, authorisations, settlements and payments.
export {}
