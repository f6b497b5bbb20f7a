import type { Bridge } from '@core/contract/contract'

declare global {
  interface Window {
    /** Put here by the preload; the only way out of the window. */
    readonly entente: Bridge
  }
}
