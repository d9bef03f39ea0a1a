import { pageConfig } from './page-config'

/** Whose console this is, as the gateway's configuration says. */
export const brand = () => pageConfig().brand

/** What stands in the tab. */
export const pageTitle = (title: string): string => `${title} · ${brand().name}`
