/*
 * What travels with a navigation without standing in the address. Ids must not stand in search parameters that people
 * copy and edit (the router reads digits as a number and a long id loses its end); here they stay text.
 */
declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The account that a new transfer begins with. */
    transferFrom?: string
  }
}

export {}
