using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding;

/// <summary>The name of an illness within a question (病名): what is left when the words of the question are taken away.</summary>
internal static partial class IllnessWords
{
    private const int Shortest = 2;
    private const int Longest = 12;

    [GeneratedRegex(
        "那个|这个|这种|某种|请问|想问|先问|问问|问一下|想知道|查一下|算一下|算算|帮我|替我|帮忙|一下|互助会|医疗补助|补助|报销|标准|比例|医疗|村里|咱村|我们|你们|亲人|住院费|住院|医院|手术|开刀|费用|总共|一共|"
        + "花了|花|用了|得了|得|生了|查出|患了|患|打算|准备|下个月|下星期|要去|去|要|做|换|可不可以|能不能|可以|大概|到底|最多|最少|估计|能|会|给|补|报|拿|领|赔|出|多少|几多|几个|几千|几百|钱|块|什么|怎么|知道|不|"
        + "我|你|他|她|这|那|的|了|啊|呀|呢|吗|吧|嘛|哦|和|是|有|想|问|算|查|看|病|毛病|情况|如果|要是|因为|所以|嗯|呃|[^\\p{L}]",
        RegexOptions.CultureInvariant, 5000)]
    private static partial Regex QuestionWords();

    /// <summary>The likely name; null where the question names none.</summary>
    public static string? In(string text)
    {
        foreach (var amount in Amounts.In(text).OrderByDescending(a => a.Start))
            text = AmountText.Prepare(text) is var prepared && amount.Start + amount.Length <= prepared.Length ? prepared.Remove(amount.Start, amount.Length) : text;
        var left = QuestionWords().Replace(IntentFeatures.Reduce(text), "").Replace("亲人", "", StringComparison.Ordinal);
        return left.Length is >= Shortest and <= Longest ? left : null;
    }
}
