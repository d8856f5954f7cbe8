using System.Collections.Immutable;

namespace Shouwang.Shared.Policies;

/// <summary>The words rules are written in (用词表): hospital levels, areas, layers. Positions are used as bit numbers within one run and are never stored.</summary>
public static class Vocabulary
{
    /// <summary>Hospital levels, lowest first (医院等级).</summary>
    public static ImmutableArray<string> Levels { get; } = ["township", "primary", "secondary", "tertiary"];

    /// <summary>Where the stay was, seen from the place of insurance (就医地).</summary>
    public static ImmutableArray<string> Areas { get; } =
        ["local", "referred-in-province", "referred-out-of-province", "unreferred", "emergency", "long-term"];

    /// <summary>Layers (报销层次); a place states their order.</summary>
    public static ImmutableArray<string> Layers { get; } = ["basic", "critical", "assistance", "supplement", "topup", "mutual-aid", "charity"];

    /// <summary>How a patient came from another hospital (转院): up to a higher level, or down to a lower one.</summary>
    public static ImmutableArray<string> Transfers { get; } = ["none", "up", "down"];

    /// <summary>Insurance schemes (参保类型).</summary>
    public static ImmutableArray<string> Schemes { get; } = ["resident", "employee"];

    /// <summary>A hospital level in everyday Chinese.</summary>
    public static string Level(string name) => name switch
    {
        "township" => "乡镇卫生院",
        "primary" => "一级医院",
        "secondary" => "二级医院（县医院）",
        "tertiary" => "三级医院",
        _ => name,
    };

    /// <summary>An area in everyday Chinese.</summary>
    public static string Area(string name) => name switch
    {
        "local" => "本地",
        "referred-in-province" => "省内转院（办了手续）",
        "referred-out-of-province" => "跨省转院（办了手续）",
        "unreferred" => "外地（没办转院手续）",
        "emergency" => "外地急诊",
        "long-term" => "外地长住（已备案）",
        _ => name,
    };

    /// <summary>A layer in everyday Chinese.</summary>
    public static string Layer(string name) => name switch
    {
        "basic" => "基本医保",
        "critical" => "大病保险",
        "assistance" => "医疗救助",
        "supplement" => "补充保险",
        "topup" => "政府补助",
        "mutual-aid" => "村里互助",
        "charity" => "慈善帮扶",
        _ => name,
    };
}
