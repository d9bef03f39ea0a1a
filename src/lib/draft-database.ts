/** What is too large for session storage lies in this database while it is in work, and goes with the other drafts. */
export const draftDatabase = 'multi-console-drafts'

/** Deletes every draft in it. Waits for nobody: an open connection in another tab only delays the deletion. */
export const deleteDraftDatabase = (): void => {
  globalThis.indexedDB?.deleteDatabase(draftDatabase)
}
