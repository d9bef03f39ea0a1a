// Linked accounts and beneficiaries.
export {}
