using Shouwang.Functions.Pages.Board;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Tests.Pages;

/// <summary>A board as an invented village would have it, with everything a board can show.</summary>
static class SampleBoard
{
    public static BoardSheet Sheet { get; } = new()
    {
        Village = "320281105203",
        Name = "江阴市示例镇守望村",
        Year = 2026,
        Years = [2026, 2025],
        At = new DateTime(2026, 11, 20, 16, 30, 0),
        OfficerName = "吴示例",
        OfficerPhone = "0510-00000000",
        Totals = new(new Fen(1_204_550), Fen.FromYuan(329_000), new Fen(1_234_500), 4, new Fen(1_144_500), new Fen(24_690), Fen.FromYuan(900), Fen.Zero, new Fen(32_845_360)),
        Sources = [new("村民出资", Fen.FromYuan(98_700), 987), new("村集体出资", Fen.FromYuan(131_600), 1), new("社会捐赠", Fen.FromYuan(98_000), 3), new("利息", Fen.FromYuan(700), 4)],
        Groups = [new("消化系统疾病", false, Fen.FromYuan(1_200), 1), new("心脑血管病", true, Fen.FromYuan(9_000), 1), new("呼吸系统疾病", false, Fen.FromYuan(900), 1), new("泌尿生殖系统疾病", false, Fen.FromYuan(1_245), 1)],
        Payments =
        [
            new(1042, new(2026, 11, 18), "周**", "消化系统疾病", Fen.FromYuan(1_200), new Fen(32_845_360)),
            new(1031, new(2026, 9, 2), "欧阳*", "心脑血管病", Fen.FromYuan(9_000), new Fen(32_965_360)),
            new(1020, new(2026, 6, 30), "王*", "呼吸系统疾病", Fen.FromYuan(900), new Fen(33_865_360)),
            new(1011, new(2026, 5, 6), "赵**", "泌尿生殖系统疾病", Fen.FromYuan(1_245), new Fen(33_955_360)),
        ],
        Months = [.. Enumerable.Range(1, 11).Select(month => new BoardMonth($"{month}月", month == 1 ? Fen.FromYuan(329_000) : Fen.Zero, Fen.FromYuan(month * 300), Fen.FromYuan(341_000 - (month * 1_100))))],
        Gifts = [new(new(2026, 1, 8), "热心村民", "不限用途", Fen.FromYuan(60_000), Fen.FromYuan(3_300), "消化系统疾病、呼吸系统疾病"), new(new(2026, 1, 9), "示例镇商会", "只用于大病", Fen.FromYuan(38_000), Fen.FromYuan(9_000), "心脑血管病")],
        Amendments = [new(1040, new(2026, 11, 2), 1011, Fen.FromYuan(-45), "出院日期看错，按方案重算")],
        Notices = [new("钱**", "呼吸系统疾病", Fen.FromYuan(900), new(2026, 11, 27))],
        Plan = new("2026-1", new(2026, 1, 1), new(2026, 12, 31), Fen.FromYuan(3_000), Fen.FromYuan(50_000), "2025年12月20日村民代表会议通过（示例）", [new("急性阑尾炎", false, Fen.FromYuan(1_200)), new("急性心肌梗死", true, Fen.FromYuan(9_000))]),
        Charter = ["出院以后 365 天以内都可以申请。", "交通事故、工伤由责任方赔的，互助会不补。"],
        Documents = [new("告全体村民书", "/api/villages/320281105203/association/documents/letter"), new("村民代表会议决议", null)],
        Seal = new(1042, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "MEUCIQDx0k…（示例）", "0011223344556677"),
    };
}
