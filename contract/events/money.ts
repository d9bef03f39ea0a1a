// Fees and manual corrections.
export {}
