import { cleanup } from '@testing-library/svelte'
import { afterEach } from 'vitest'

// Files may share one page.
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})
