import type { Delimiter } from '@/lib/csv/sniff-delimiter'
import { draftDatabase } from '@/lib/draft-database'
import type { Changes } from './sheet'

/** A file in work: its bytes as they came, and what was done to them. Accounts, tokens and balances are not kept. */
export type StoredFile = { name: string; bytes: ArrayBuffer; delimiter?: Delimiter }
export type StoredDraft = { file: StoredFile; changes?: Changes }

export type DraftStore = {
  saveFile: (id: string, file: StoredFile) => Promise<void>
  saveChanges: (id: string, changes: Changes) => Promise<void>
  load: (id: string) => Promise<StoredDraft | undefined>
  remove: (id: string) => Promise<void>
}

/**
 * Drafts in IndexedDB, so that a reload or a sign-in over the page loses nothing. Each deed opens and closes the
 * database: an open connection would keep a sign-out in another tab from deleting it.
 */
export const browserDraftStore: DraftStore = {
  saveFile: (id, file) => within('readwrite', (stores) => stores.files.put(file, id)).then(() => undefined),
  saveChanges: (id, changes) => within('readwrite', (stores) => stores.changes.put(changes, id)).then(() => undefined),
  async load(id) {
    const file = await within('readonly', (stores): IDBRequest<StoredFile | undefined> => stores.files.get(id))
    if (!file) return undefined
    const changes = await within('readonly', (stores): IDBRequest<Changes | undefined> => stores.changes.get(id))
    return changes ? { file, changes } : { file }
  },
  async remove(id) {
    await within('readwrite', (stores) => stores.files.delete(id))
    await within('readwrite', (stores) => stores.changes.delete(id))
  },
}

async function within<T>(
  mode: IDBTransactionMode,
  act: (stores: { files: IDBObjectStore; changes: IDBObjectStore }) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(draftDatabase, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('files')
    opening.result.createObjectStore('changes')
  }
  const database = await settled(opening)
  try {
    const transaction = database.transaction(['files', 'changes'], mode)
    return await settled(act({ files: transaction.objectStore('files'), changes: transaction.objectStore('changes') }))
  } finally {
    database.close()
  }
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser refused to store the draft'))
  })
