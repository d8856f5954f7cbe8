namespace Shouwang.Shared.Bills;

/// <summary>How a hospital's level came to be known (等级来源).</summary>
public enum LevelSource
{
    /// <summary>It stands on the paper.</summary>
    Printed,

    /// <summary>The hospital is in the list.</summary>
    Listed,
}

/// <summary>A hospital's level with how it came to be known (医院等级认定).</summary>
/// <param name="Level">township, primary, secondary or tertiary; null where it must be asked.</param>
/// <param name="Why">One Chinese sentence: how it is known, or why it has to be asked.</param>
/// <param name="Doubt">For a person, where paper and list disagree.</param>
public sealed record LevelFinding(string? Level, LevelSource? Source, string Why, string? Doubt = null)
{
    /// <param name="printed">The level as the paper prints it: "三级甲等".</param>
    /// <param name="hospital">The hospital's name as read.</param>
    /// <param name="place">Whose rules apply: decides between hospitals of one name.</param>
    public static LevelFinding Of(string? printed, string? hospital, HospitalList list, string? place = null)
    {
        var listed = hospital is null ? null : list.Find(hospital, place);
        if (Printed(printed, hospital) is { } level)
        {
            var doubt = listed is not null && listed.Level != level && !(listed.Level == "township" && level == "primary")
                ? $"材料上印的医院等级是“{printed}”，医院名录里{listed.Name}不是这个等级，请核对。" : null;
            return new LevelFinding(level, LevelSource.Printed, $"材料上印着医院等级“{printed}”。", doubt);
        }
        if (listed is not null)
            return new LevelFinding(listed.Level, LevelSource.Listed, $"医院名录里有{listed.Name}（{listed.Said}）。");
        return new LevelFinding(null, null, hospital is null ? "材料上没有看清是哪家医院，要问清楚医院是几级。" : "医院名录里没有这家医院，材料上也没有印等级，要问清楚医院是几级。");
    }

    /// <summary>A health centre printed as 一级 may count as a township's or as a hospital of the first level: that differs from place to place and is asked.</summary>
    private static string? Printed(string? printed, string? hospital) => printed switch
    {
        null => null,
        ['三', '级', ..] => "tertiary",
        ['二', '级', ..] => "secondary",
        ['一', '级', ..] => hospital is not null && (hospital.Contains("卫生院", StringComparison.Ordinal) || hospital.Contains("社区卫生", StringComparison.Ordinal)) ? null : "primary",
        "乡镇" => "township",
        _ => null,
    };
}
