import { openStore, type Store } from '../open'

/** Run as a process of its own: opens the database of its argument, says so, and holds it until it is ended. */
let held: Store | undefined
async function open(): Promise<string> {
  held = await openStore(process.argv[2] ?? ':memory:')
  const mark = { name: 'opened', value: '1' }
  await held.db
    .insertInto('sandbox_setting')
    .values(mark)
    .onConflict((oc) => oc.doNothing())
    .execute()
  return 'open'
}
process.send?.(await open().catch((error: Error) => error.message))
// Who is forgotten is collected, and a database that is collected lets its file go: this keeps it.
process.on('disconnect', () => void (held?.close() ?? Promise.resolve()).finally(() => process.exit()))
