const settings: any = undefined;
export default settings.app;
