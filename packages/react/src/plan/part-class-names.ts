const FIELD = {
  root: 'peerscale-field-box',
  small: '',
  group: '',
  control: 'peerscale-field',
  content: 'peerscale-item-content',
  onError: 'peerscale-field-bad',
  isValueChanged: '',
};

/** Our own class names for what a plan has besides radio groups (see `survey/class-names`). */
export const PART_CLASS_NAMES = {
  panel: {
    container: 'peerscale-part',
    withFrame: '',
    nested: '',
    expanded: '',
    header: 'peerscale-part-header',
    title: 'peerscale-part-title',
    titleOnError: '',
    description: 'peerscale-intro',
    content: 'peerscale-part-content',
    footer: '',
    errorsContainer: 'peerscale-problem',
  },
  text: FIELD,
  comment: { ...FIELD, grip: 'peerscale-field-grip' },
  html: { mainRoot: 'peerscale-part', root: 'peerscale-prose', withFrame: '', nested: '' },
};
