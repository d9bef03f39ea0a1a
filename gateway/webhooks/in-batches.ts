type Waiting<In, Out> = { one: In; resolve: (out: Out) => void; reject: (error: unknown) => void }

/**
 * Does what comes while the last batch is under way together: of many at once each would wait for a commit of its own, and
 * the disk makes few of them a second. `work` answers what became of each; where it
 * fails, all of the batch have.
 */
export function inBatches<In, Out>(
  most: number,
  work: (batch: In[]) => Promise<(one: In) => Out>,
): (one: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = []
  let working = false

  async function goOn(): Promise<void> {
    if (working) return
    working = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      try {
        const resultOf = await work(batch.map(({ one }) => one))
        for (const { one, resolve } of batch) resolve(resultOf(one))
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    working = false
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      void goOn()
    })
}
