using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>Names of figures in files and in Chinese (数值名称对照).</summary>
internal static class FigureNames
{
    public static string Kebab(this FigureName name) => name switch
    {
        FigureName.Base => "base",
        FigureName.Covers => "covers",
        FigureName.EntryLine => "entry-line",
        FigureName.SelfPayFirst => "self-pay-first",
        FigureName.Deductible => "deductible",
        FigureName.Repeat => "repeat",
        FigureName.BandsOn => "bands-on",
        FigureName.Rate => "rate",
        FigureName.RateAdjust => "rate-adjust",
        FigureName.Fixed => "fixed",
        FigureName.CapStay => "cap-stay",
        FigureName.CapYear => "cap-year",
        FigureName.Rounding => "rounding",
        FigureName.Statuses => "statuses",
        FigureName.GlobalCap => "global-cap",
        FigureName.VillagePlan => "village-plan",
        FigureName.TimesAYear => "times-a-year",
    };

    public static string Chinese(this FigureName name) => name switch
    {
        FigureName.Base => "计算基数",
        FigureName.Covers => "适用范围",
        FigureName.EntryLine => "起补线",
        FigureName.SelfPayFirst => "先行自付比例",
        FigureName.Deductible => "起付线",
        FigureName.Repeat => "多次住院的起付线",
        FigureName.BandsOn => "分段口径",
        FigureName.Rate => "报销比例",
        FigureName.RateAdjust => "比例调整",
        FigureName.Fixed => "定额标准",
        FigureName.CapStay => "单次封顶线",
        FigureName.CapYear => "年度封顶线",
        FigureName.Rounding => "舍入办法",
        FigureName.Statuses => "身份范围",
        FigureName.GlobalCap => "总封顶",
        FigureName.VillagePlan => "本村当天有效的补助方案",
        FigureName.TimesAYear => "每年次数",
    };
}

/// <summary>Reads the names of roundings (舍入名称).</summary>
internal static class RoundingNames
{
    public static Rounding Read(string? name) =>
        Enum.GetValues<Rounding>().Cast<Rounding?>().FirstOrDefault(r => r!.Value.Name() == name) ?? Rounding.HalfUpFen;
}
