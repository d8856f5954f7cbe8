using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts;

/// <summary>Arranges labels and values in the ways papers do it: a ruled grid, a header over its values, lines with colons, words with blanks, a list down the page.</summary>
static class Blocks
{
    public enum Form
    {
        Grid,
        HeaderOver,
        Colons,
        Blanks,
        Down,
        TwoListsAside,
        CellsWithColons,
    }

    public static string Draw(Dice dice, Form form, IReadOnlyList<(string Label, string Value)> pairs) => form switch
    {
        Form.Grid => Html.Pairs(dice.Between(2, 3), pairs),
        Form.HeaderOver => string.Concat(pairs.Chunk(dice.Between(4, 6)).Select(c => Html.Table("grid small", c.Select(p => p.Label), [c.Select(p => p.Value)]))),
        Form.Colons => string.Concat(pairs.Chunk(dice.Between(2, 4)).Select(c => $"<div class=\"row\">{string.Concat(c.Select(p => $"<span>{p.Label}：{p.Value}</span>"))}</div>")),
        Form.Blanks => string.Concat(pairs.Chunk(dice.Between(2, 3)).Select(c => $"<p>{string.Join("　　", c.Select(p => $"{p.Label} {p.Value}"))}</p>")),
        Form.Down => string.Concat(pairs.Select(p => $"<div class=\"kv tight\"><span>{p.Label}</span><span>{p.Value}</span></div>")),
        Form.TwoListsAside => Html.Table("grid", ["项目", "金额", "项目", "金额"], pairs.Chunk(2).Select(c => (string[])[c[0].Label, c[0].Value, .. c.Length > 1 ? (string[])[c[1].Label, c[1].Value] : ["", ""]])),
        Form.CellsWithColons => "<table class=\"grid\">" + string.Concat(pairs.Chunk(3).Select(c => $"<tr>{string.Concat(c.Select(p => $"<td>{p.Label}：{p.Value}</td>"))}</tr>")) + "</table>",
    };

    public static Form Person(Dice dice) => dice.Of([Form.Grid, Form.Colons, Form.Blanks, Form.CellsWithColons, Form.Colons]);

    public static Form Money(Dice dice) => dice.Of([Form.Grid, Form.HeaderOver, Form.Colons, Form.Down, Form.TwoListsAside, Form.CellsWithColons]);
}
