using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Sex and age that stand behind a name without labels (姓名后的性别年龄).</summary>
sealed partial class FieldFinder
{
    /// <summary>患者姓名 胡文彬 男 81岁: sex and age stand behind the name, without labels, unless the paper has a label for the sex.</summary>
    /// <returns>Whether a name with a sex behind it was found.</returns>
    private bool ReadPerson(LabelHit hit)
    {
        if (hits.Any(h => h.Field == FieldName.Sex && h.Wrong == 0) || Joined(_values.After(hit)) is not { } value)
            return false;
        var text = Glyph.Text(value.Glyphs);
        if (BesideName.Read(text) is not var (name, sex))
            return false;
        // A speck behind a name: 周桂兰·女.
        var own = value.Glyphs[name.Index..(name.Index + name.Value.TrimEnd('·').Length)];
        // 李胜男 45岁 may as well be all name.
        var most = sex.Index == name.Index + name.Length && name.Length < 3 ? WordSureness.Doubtful : WordSureness.Most;
        _found.Add(new Finding(FieldName.Name, name.Value.TrimEnd('·'), new Snippet(own).Confidence, page.Where(own), hit.Wrong, hit.Rank) { MostSure = most });
        AddLate(FieldName.Sex, sex.Value, value.Glyphs[sex.Index..(sex.Index + 1)], most);
        AddAge(value.Glyphs, text, sex);
        return true;
    }

    private void AddAge(Glyph[] glyphs, string text, Group sex)
    {
        if (BesideName.Age(text, sex.Index + sex.Length) is var (from, to))
            AddLate(FieldName.Age, text[from..to], glyphs[from..to]);
    }
}
