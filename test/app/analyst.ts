import { spawn } from 'node:child_process'
import type { Locator, Page } from '@playwright/test'
import { BINARY, cleanEnvironment, commandLine, expect, type Launched } from './launch'

/** A claim as an analyst would write it down. */
export interface ClaimNotes {
  readonly stance?: 'Supports' | 'Denies' | 'Uncertain'
  readonly when?: string
  readonly statement: string
  /** Part of the title of a source that is there, or a new one. */
  readonly source: string | NewSource
  readonly passage?: string
  readonly attributedTo?: string
  readonly credibility?: string
}

export interface NewSource {
  readonly title: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
  readonly reliability?: string
}

/** How a server on this computer is reached. */
interface Way {
  readonly port: number
  readonly user: string
  readonly password: string
}

/** Someone who uses the program: what they do and see, in their words. */
export class Analyst {
  readonly #launched: Launched
  readonly page: Page

  constructor(launched: Launched) {
    this.#launched = launched
    this.page = launched.page
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' })
  }

  async presses(...keys: readonly string[]) {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async types(text: string) {
    await this.page.keyboard.type(text)
  }

  async seesTheGraph(title: string) {
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(title)
  }

  async seesItSaved() {
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible()
  }

  /** How many entities the status bar counts. */
  async seesCounts(words: string) {
    await expect(this.page.getByRole('contentinfo')).toContainText(words)
  }

  async opensPalette() {
    await this.presses('Control+k')
    await expect(this.dialog).toBeVisible()
  }

  async searchesFor(text: string) {
    await this.opensPalette()
    await this.dialog.getByRole('combobox', { name: 'Find a name or an action' }).fill(text)
  }

  /** The lines that the palette recoverableVersions, best first. */
  get found(): Locator {
    return this.dialog.getByRole('option')
  }

  async goesTo(name: string) {
    await this.searchesFor(name)
    await expect(this.found.first()).toContainText(name)
    await this.presses('Enter')
    // What the view does not show is gone to where it is shown.
    const outside = this.page.getByRole('dialog', { name: 'Not in this view' })
    await expect(outside.or(this.inspector.getByText(name).first()).first()).toBeVisible()
    if (await outside.isVisible()) await outside.getByRole('button', { name: /^Go to/ }).click()
    await this.seesInTheInspector(name)
  }

  async runs(action: string) {
    await this.searchesFor(action)
    await this.found.filter({ hasText: action }).first().click()
  }

  async seesInTheInspector(text: string) {
    await expect(this.inspector).toContainText(text)
  }

  async addsEntity({ name, type, aliases = [] }: { name: string; type: string; aliases?: readonly string[] }) {
    await this.presses('n')
    await this.dialog.getByLabel('Name', { exact: true }).fill(name)
    await this.#chooses('Type', type)
    for (const alias of aliases) {
      await this.dialog.getByRole('button', { name: 'Other name' }).click()
      await this.dialog.getByRole('listitem').last().getByLabel('Other name').fill(alias)
    }
    await this.dialog.getByRole('button', { name: 'Add entity' }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** Connects two entities; `from` is left out where it is the selected one. */
  async connects(notes: { from?: string; relation: string; to: string; claim?: ClaimNotes }) {
    await this.presses('e')
    await this.writesARelation(notes)
    await this.dialog.getByRole('button', { name: 'Add relation' }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** Fills in the open dialog for a relation. */
  async writesARelation(notes: { from?: string; relation: string; to?: string; claim?: ClaimNotes }) {
    if (notes.from !== undefined) await this.#picks('From', notes.from)
    if (notes.to !== undefined) await this.#picks('To', notes.to)
    await this.#picks('Relation', notes.relation)
    if (notes.claim) await this.#writes(notes.claim)
  }

  async addsClaim(claim: ClaimNotes) {
    await this.presses('c')
    await this.#writes(claim)
    await this.dialog.getByRole('button', { name: 'Add claim' }).click()
    await expect(this.dialog).toBeHidden()
  }

  async undoes() {
    await this.presses('Control+z')
  }

  async redoes() {
    await this.presses('Control+Shift+z')
  }

  /** Answers the system's next save dialogs with this path, as if the user had chosen it. */
  async willSaveAs(path: string) {
    await this.#launched.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
  }

  /** Answers the system's next open dialogs with this path. */
  async willOpen(path: string) {
    await this.#launched.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
    }, path)
  }

  /** Opens a file as a double click on it does, while the program runs. */
  async opensFromTheDesktop(file: string) {
    const { data } = this.#launched
    const again = spawn(BINARY, commandLine({ data, file }), { env: cleanEnvironment(), stdio: 'ignore' })
    await new Promise((resolve, reject) => {
      again.on('error', reject)
      again.on('exit', resolve)
    })
  }

  async opensTheExport() {
    await this.presses('Control+Shift+e')
    await expect(this.dialog.getByRole('img', { name: 'Preview of the figure' })).toBeVisible()
  }

  async savesTheFigure(path: string, format: 'PNG' | 'SVG') {
    await this.willSaveAs(path)
    await this.dialog.getByText(format, { exact: true }).click()
    await this.dialog.getByRole('button', { name: 'Save as…' }).click()
    await expect(this.dialog.getByRole('status')).toContainText('Saved')
  }

  /** Makes the window that large inside. */
  async hasWindow(width: number, height: number) {
    const resize = ({ BrowserWindow }: typeof import('electron'), size: readonly [number, number]) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(...size)
    await this.#launched.app.evaluate(resize, [width, height] as const)
    await expect.poll(() => this.page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
  }

  /** Takes a picture of the window, once nothing moves in it any more. */
  async photographs(path: string) {
    await this.page.mouse.move(700, 880)
    await this.page.evaluate(() => document.fonts.ready)
    let before: Buffer | undefined
    await expect
      .poll(async () => {
        const now = await this.page.screenshot()
        const still = before?.equals(now)
        before = now
        return still
      })
      .toBe(true)
    await this.page.screenshot({ path })
  }

  /** Fills in how a server is reached. */
  async addresses({ port, user, password }: Way) {
    await this.presses('Control+d')
    const { dialog } = this
    await dialog.getByLabel('Host').fill('127.0.0.1')
    await dialog.getByLabel('Port').fill(String(port))
    await dialog.getByLabel('User').fill(user)
    await dialog.getByLabel('Password', { exact: true }).fill(password)
  }

  /** Puts the open graph into a server's home database and goes on there. */
  async keepsItIn(server: Way, scheme: 'neo4j' | 'bolt' = 'neo4j') {
    const { dialog } = this
    await this.addresses(server)
    await this.#chooses('Scheme', scheme)
    await dialog.getByRole('button', { name: 'Test' }).click()
    await dialog.getByRole('button', { name: /^Keep “.*” here…$/ }).click()
    await dialog.getByRole('button', { name: 'Keep it here' }).click()
    // A busy server takes its time over the first constraints.
    await expect(dialog).toBeHidden({ timeout: 90_000 })
    await this.seesTheLink('Connected')
  }

  /** Gives the selected entity another name. */
  async renames(name: string) {
    await this.presses('F2')
    await this.dialog.getByLabel('Name', { exact: true }).fill(name)
    await this.presses('Control+Enter')
    await expect(this.dialog).toBeHidden()
  }

  /** How the line to the database is, as the status bar has it. */
  async seesTheLink(word: 'Connected' | 'Reconnecting' | 'Offline') {
    await expect(this.page.getByRole('contentinfo').getByText(word, { exact: true })).toBeVisible({ timeout: 60_000 })
  }

  /** Connects to a server and explores its home database. */
  async explores(server: Way) {
    await this.addresses(server)
    await this.presses('Enter')
    await expect(this.dialog).toBeHidden()
    await this.seesTheGraph('neo4j on 127.0.0.1')
  }

  async quits() {
    await this.#launched.quit()
  }

  async #chooses(field: string, option: string) {
    await this.#field(field).click()
    await this.page.getByRole('option', { name: option, exact: true }).click()
  }

  /** A field that recoverableVersions things, by the words before its hint. */
  #field(label: string): Locator {
    return this.dialog.getByRole('combobox', { name: new RegExp(`^${label}(?! reliability)`) })
  }

  /** Types into a field that recoverableVersions things and takes the first that it recoverableVersions. */
  async #picks(field: string, text: string) {
    const box = this.#field(field)
    await box.fill(text)
    await expect(this.page.getByRole('option').first()).toBeVisible()
    await box.press('Enter')
  }

  async #writes({ stance, when, statement, source, passage, attributedTo, credibility }: ClaimNotes) {
    const { dialog } = this
    if (stance) await dialog.getByText(stance, { exact: true }).click()
    if (when) await dialog.getByLabel('True when').fill(when)
    await dialog.getByLabel('Statement').fill(statement)
    if (typeof source === 'string') await this.#picks('Source', source)
    else await this.#writesSource(source)
    if (passage) await dialog.getByLabel('Passage').fill(passage)
    if (attributedTo) await dialog.getByLabel('Attributed to').fill(attributedTo)
    if (credibility) await this.#chooses('Credibility of the claim', credibility)
  }

  async #writesSource({ title, publisher, published, url, reliability }: NewSource) {
    const { dialog } = this
    await this.#field('Source').fill(title)
    await this.page.getByRole('option', { name: /^New source/ }).click()
    if (publisher) await dialog.getByLabel('Publisher').fill(publisher)
    if (published) await dialog.getByLabel('Published').fill(published)
    if (url) await dialog.getByLabel('Web address').fill(url)
    if (reliability) await this.#chooses('Source reliability', reliability)
  }
}
