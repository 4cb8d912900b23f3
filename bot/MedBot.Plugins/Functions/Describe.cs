namespace MedBot.Plugins.Functions;

/// <summary>How parameters that several functions take are described to a model.</summary>
internal static class Describe
{
    public const string Place = "参保地：地名（廊坊、河北省廊坊市）或六位行政区划代码；不填为全国";
    public const string Year = "享受待遇的年度，如 2026；不填为现在";
    public const string Person = "参保人属于哪一类；不填为一般居民";
    public const string Level = "医院级别：community 社区和乡镇卫生院，primary 一级，secondary 二级，tertiary 三级";
}
