const script = document.currentScript

/** Where this script came from: the one place that gets a channel to this page. */
export const { origin } = new URL(script.src)

/** The address of a frame. */
export const frameUrl = (name) => new URL(`../${name}`, script.src).href

/** How long a frame may take to load, and to answer what it is asked. */
export const patience = 10_000

/** How long a frame that has loaded may be silent. A browser loads a page of its own where it refuses to show a frame. */
export const silence = 3_000
