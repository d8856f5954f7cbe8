using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Whose name or number it is where the word says another than the patient (他人信息): 受益人姓名, 领取人身份证号, 村医姓名.</summary>
static partial class OtherPersons
{
    [GeneratedRegex("^[\u4e00-\u9fff]{1,5}[人员师医士长属](?<of>姓名|身份证(?:件)?(?:号码?)?|证件(?:号码?)?)$")]
    private static partial Regex Somebody();

    /// <summary>Asked only of a word that names no field of the patient's; the end of one may still be the patient's label behind a value: 罗小凤参保人姓名.</summary>
    public static bool Names(string word) => Somebody().Match(word) is { Success: true } match
        && !Enumerable.Range(1, match.Groups["of"].Index - 1).Any(at => LabelTable.ByText.ContainsKey(word[at..]));
}
