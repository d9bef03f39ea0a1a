// Sign-in, step-up, factors and users.
export {}
