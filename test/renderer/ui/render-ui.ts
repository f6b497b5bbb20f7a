import { render } from '@testing-library/svelte'
import type { Component } from 'svelte'

/** Renders a base widget, which knows nothing of the window's state. */
export const renderUi = <Props extends Record<string, unknown>>(component: Component<Props>, props: Props) =>
  render(component, { props } as never)
