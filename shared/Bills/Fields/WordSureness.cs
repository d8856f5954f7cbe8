using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>How sure words can be given (文字字段的把握): characters read surely are not enough where the shape of the value, its label or its place leave a doubt.</summary>
static class WordSureness
{
    /// <summary>Most that any value gets by its characters.</summary>
    public const int Most = 9_900;

    /// <summary>Most that a doubtful value gets: a person looks at it.</summary>
    public const int Doubtful = 9_400;

    /// <summary>Most that a value gets of which a part is surely missing.</summary>
    public const int Incomplete = 8_000;

    /// <summary>病历号 and what stands behind it in the list may number something else.</summary>
    private const int LesserNumber = 5;

    /// <summary>病案号 may number the file of all stays (病案号、病历号); 病区 and 病室 name a ward, which is no department unless it says so.</summary>
    private static readonly int[] FileNumbers = [Labels.LabelTable.RankOf("病案号"), Labels.LabelTable.RankOf("病历号")];
    private static readonly int[] Wards = [Labels.LabelTable.RankOf("病区"), Labels.LabelTable.RankOf("疗区"), Labels.LabelTable.RankOf("病室")];

    /// <summary>编号 may number something else.</summary>
    private static readonly int PlainNumber = Labels.LabelTable.RankOf("编号");

    /// <summary>就诊流水号 may number the stay, not its settlement.</summary>
    private static readonly int VisitNumber = Labels.LabelTable.RankOf("就诊流水号");

    /// <summary>A longer one has run into its neighbour.</summary>
    private const int LongestBillCode = 12;

    /// <summary>What rivers' and towns' names are easily read as that are rare in writing: 颍上 as 颖上, 沭阳 as 沐阳.</summary>
    private static readonly char[] LookAlikes = ['颖', '沐'];

    public static int Limit(string field, Finding best) => field switch
    {
        Name when !Surnames.Plausible(best.Value) => Doubtful,
        // 秦玉 女: the sex stood behind the name, its gap unseen; or it is 李胜男.
        Name when best.Value is [_, _, '男' or '女'] => Doubtful,
        // A label read with a wrong character may have taken the first of its value.
        Name or Admitted or Discharged or Diagnosis or Operation when best.LabelWrong > 0 => Doubtful,
        Sex or Age or AdmissionNumber or Department when best.LabelWrong >= Labels.LabelFinder.FewLeft => Doubtful,
        BillCode when best.Value.Length > LongestBillCode => Doubtful,
        BillNumber when best.Value.Any(char.IsAsciiLetter) && best.Value.Length > LongestBillCode => Doubtful,
        // 人民医院: its town stood on the line before.
        Hospital when CommonName.Is(best.Value) => Incomplete,
        Hospital when best.Value.IndexOfAny(LookAlikes) >= 0 => Doubtful,
        Department when !TextValues.IsWard(best.Value) => Doubtful,
        AdmissionNumber when FileNumbers.Contains(best.Rank) => Labels.DoubtfulLabels.MostSure,
        Department when Wards.Contains(best.Rank) && !best.Value.EndsWith('科') => Labels.DoubtfulLabels.MostSure,
        AdmissionNumber when best.Rank >= LesserNumber => Doubtful,
        BillNumber when best.Rank == PlainNumber => Doubtful,
        SettlementNumber when best.Rank == PlainNumber || best.Rank == VisitNumber => Doubtful,
        _ => best.MostSure,
    };
}
