import { editEntity } from '@core/commands/entities'
import { ExactNumber } from '@core/text/exact-number'
import { writeJson } from '@core/text/json'
import EntityHead from '@renderer/features/inspector/EntityHead.svelte'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { openWindow, show } from '../../window'

/** The dialog of Russia, whose properties are numbers with more digits than JavaScript has. */
async function open() {
  const { app, main } = await openWindow()
  const id = [...app.doc.graph.all('entity').values()].find(({ name }) => name === 'Russia')?.id ?? ''
  const properties = {
    post: new ExactNumber('1790366279215464449'),
    share: new ExactNumber('0.10'),
    founded: 1991,
    big: true
  }
  const change = editEntity(app.doc.graph, { id, properties })
  if ('refused' in change) throw new Error(change.refused)
  app.doc.run(change)
  showDialogs(app)
  app.dialogs.show({ kind: 'entity', id })
  const dialog = within(await screen.findByRole('dialog'))
  const now = () => writeJson(app.doc.graph.get('entity', id)?.properties)
  return { app, main, dialog, id, now, user: userEvent.setup() }
}

const field = ({ dialog }: Awaited<ReturnType<typeof open>>, name: string) => dialog.getByLabelText(`Value of ${name}`)

it('shows every digit of a number and keeps them when something else is changed', async () => {
  const window = await open()
  expect(field(window, 'post')).toHaveProperty('value', '1790366279215464449')
  await window.user.type(window.dialog.getByLabelText(/Summary/), 'A state.')
  await window.user.click(window.dialog.getByRole('button', { name: /Save|Keep|Change/ }))
  expect(window.now()).toBe('{"post":1790366279215464449,"share":0.10,"founded":1991,"big":true}')
  await waitFor(() => expect(writeJson(window.main.kept)).toContain('"post":1790366279215464449'))
})

it('keeps what is typed over a number: a number as it stands there, else a text', async () => {
  const window = await open()
  for (const [name, typed] of [
    ['post', '1790366279215464448'],
    ['share', '0.1000'],
    ['founded', '9074729.0'],
    ['big', 'yes']
  ] as const) {
    await window.user.clear(field(window, name))
    await window.user.type(field(window, name), typed)
  }
  await window.user.click(window.dialog.getByRole('button', { name: /Save|Keep|Change/ }))
  expect(window.now()).toBe('{"post":1790366279215464448,"share":0.1000,"founded":9074729.0,"big":"yes"}')
})

it('the inspector shows every digit', async () => {
  const { app, id } = await open()
  const entity = app.doc.graph.get('entity', id)
  if (!entity) throw new Error('Russia is gone')
  app.dialogs.close()
  show(app, EntityHead, { entity } as never)
  expect(await screen.findByText('1790366279215464449')).toBeTruthy()
  expect(await screen.findByText('0.10')).toBeTruthy()
})
