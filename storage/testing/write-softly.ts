import { openStore } from '../open'
import { softly } from '../softly'

/** Run as a process of its own: writes softly into the database of its argument, says so, and waits to be killed. */
const store = await openStore(process.argv[2] ?? ':memory:')
await softly(store, (db) => db.insertInto('sandbox_setting').values({ name: 'soft', value: '1' }).execute())
process.send?.('written')
setInterval(() => store, 1000)
