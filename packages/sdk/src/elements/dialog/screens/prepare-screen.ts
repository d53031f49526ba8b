import { html } from 'lit';
import { choiceGroup } from '../parts/choice-group.ts';
import { poseGuide } from '../parts/pose-guide.ts';
import type { ScreenOf } from './screen-view.ts';

const CAMERAS = ['user', 'environment'] as const;

/** How to stand and where to put the phone, before the camera opens. */
export const prepareScreen: ScreenOf = ({ state, flow, words: { dialog: { prepare }, scan } }) => ({
  title: prepare.title,
  visual: poseGuide(),
  isVisualVital: true,
  content: html`
    <p class="lead">${prepare.lead}</p>
    <ol class="tips">${scan.preparation.map((tip) => html`<li>${tip}</li>`)}</ol>
    ${choiceGroup({ name: 'camera', legend: prepare.camera, options: CAMERAS, labels: prepare.cameras, value: state.facing, onChoose: (facing) => flow.measuring.useCamera(facing) })}
    <button class="primary" part="primary" type="button" @click=${() => void flow.measuring.startScan()}>${prepare.start}</button>`,
});
