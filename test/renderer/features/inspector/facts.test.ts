import Inspector from '@renderer/features/inspector/Inspector.svelte'
import { screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { exploring, node, text, tie } from '../../exploring'
import { show } from '../../window'

it('a relation shows what the database says of it', async () => {
  const { app, port } = await exploring()
  const called = { ...tie(1), properties: [['cargo', text('قمح')] as const] }
  app.external.take({ nodes: [node('4:1', 'Souria')], relationships: [called] }, 'Show')
  app.selection.selectRelation(app.doc.graph.relationsOf(port)[0] ?? '', port)
  show(app, Inspector)
  expect(screen.getByText('cargo')).toBeTruthy()
  expect(screen.getByText('قمح')).toBeTruthy()
})
