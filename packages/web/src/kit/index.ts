import './kit.css';

export { Answered } from './answered.js';
export { Badge, signs, type Tone, toneOfSeverity, toneOfVerdict, VerdictBadge } from './badge.js';
export { Button } from './button.js';
export { Card, Empty, Skeleton } from './card.js';
export { Check, Choice } from './choice.js';
export { DoubtPlot } from './doubt-plot.js';
export { Field } from './field.js';
export { LinkRow } from './link-row.js';
export { Modal } from './modal.js';
export { Parts, partNamed } from './parts.js';
export { Picture } from './picture.js';
export { PlainButton } from './plain-button.js';
export { type Column, Table } from './table.js';
export { TextField } from './text-field.js';
export { useMedia } from './use-media.js';
export { ViewLink } from './view-link.js';
export { Words } from './words.js';
