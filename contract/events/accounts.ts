// Managed accounts, their IBANs and what comes in.
export {}
