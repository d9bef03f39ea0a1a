import { openStore } from '../open'

/** Run as a process of its own: opens the database of its argument, says so, and holds it until it is ended. */
const said = await openStore(process.argv[2] ?? ':memory:').then(
  async ({ db }) => {
    const mark = { name: 'opened', value: '1' }
    await db
      .insertInto('sandbox_setting')
      .values(mark)
      .onConflict((oc) => oc.doNothing())
      .execute()
    return 'open'
  },
  (error: Error) => error.message,
)
process.send?.(said)
process.on('disconnect', () => process.exit())
