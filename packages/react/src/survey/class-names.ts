const OPTION = {
  root: 'peerscale-options',
  rootMobile: '',
  rootRow: '',
  item: 'peerscale-option',
  itemInline: '',
  itemHover: '',
  itemOnError: '',
  itemChecked: 'peerscale-option-checked',
  itemDisabled: 'peerscale-option-disabled',
  itemControl: 'peerscale-option-control',
  label: 'peerscale-option-label',
  controlLabel: 'peerscale-option-text',
  materialDecorator: '',
};

/**
 * Our own class names for what a form of radio groups is made of: the look then comes from `survey-form.css` alone, and native radio
 * buttons, boxes and fields stay native (forced colours, 200 percent zoom). Other question types, which a host may add by
 * `extend`, keep SurveyJS's names.
 */
export const CLASS_NAMES = {
  container: 'peerscale-survey-container',
  bodyContainer: 'peerscale-survey-columns',
  body: 'peerscale-survey-body',
  page: { root: 'peerscale-survey-page', content: 'peerscale-items' },
  row: 'peerscale-item-row',
  pageRow: '',
  elementWrapper: '',
  elementWrapperMinWidth: '',
  question: {
    mainRoot: 'peerscale-item',
    nested: '',
    withFrame: '',
    answered: 'peerscale-item-answered',
    header: 'peerscale-item-header',
    headerTop: '',
    content: 'peerscale-item-content',
    title: 'peerscale-item-title',
    titleBar: 'peerscale-item-actions',
    titleTopRoot: '',
    titleOnAnswer: '',
    titleEmpty: '',
    titleOnError: '',
    required: '',
    requiredMark: 'peerscale-required',
    description: 'peerscale-hint',
    errorsContainer: 'peerscale-problem',
    errorsContainerTop: 'peerscale-problem',
    errorsContainerBottom: 'peerscale-problem',
    hasError: 'peerscale-item-bad',
    hasErrorTop: 'peerscale-item-bad',
    hasErrorBottom: 'peerscale-item-bad',
  },
  error: { root: 'peerscale-problem', icon: '', item: '', locationTop: '', locationBottom: '' },
  radiogroup: OPTION,
};
