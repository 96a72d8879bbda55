/** What painting needs of a canvas; the browser's and @napi-rs/canvas's contexts both have it. */
export type Context2D = {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: string
  lineJoin: string
  globalAlpha: number
  font: string
  textAlign: string
  textBaseline: string
  direction: string
  /** Only browsers have it. */
  textRendering?: string
  save(): void
  restore(): void
  translate(x: number, y: number): void
  rotate(angle: number): void
  scale(x: number, y: number): void
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void
  rect(x: number, y: number, width: number, height: number): void
  roundRect(x: number, y: number, width: number, height: number, radius: number): void
  clip(): void
  fill(): void
  stroke(): void
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  setLineDash(lengths: number[]): void
  measureText(text: string): { readonly width: number }
}

/** Letters stand and are as wide as their font says, not where whole pixels are: as in SVG, at every zoom. */
export function setPrecise(context: Pick<Context2D, 'textRendering'>): void {
  if (context.textRendering !== undefined) context.textRendering = 'geometricPrecision'
}
