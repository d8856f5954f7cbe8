using System.Buffers;
using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Every value that the labels of a page lead to.</summary>
sealed partial class FieldFinder(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, SealPieces seals)
{
    /// <summary>Amount in capitals of what the patient bears.</summary>
    public const string BorneInWords = "borneInWords";

    /// <summary>Most that an amount gets beside which a seal was read.</summary>
    private const int Doubtful = 9_000;

    private const int HardlyLegible = 9_000;

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.,¥-");
    private static readonly SearchValues<char> LabelLike = SearchValues.Create("付支出额费用金线例数计报款助保自余");

    private static readonly string[] Payers = [FieldName.BasicPaid, FieldName.CriticalPaid, FieldName.AssistancePaid, FieldName.SupplementPaid, FieldName.OtherPaid, FieldName.FundPaid, FieldName.AccountPaid, FieldName.CashPaid];

    private readonly ValueFinder _values = new(rows, hits, seals);
    private readonly MistakenZeros _zeros = MistakenZeros.Of(rows);
    private readonly List<Finding> _found = [];
    private readonly List<LabelHit> _unread = [];

    /// <summary>4585.014: three decimals that are not two and a mark.</summary>
    [GeneratedRegex(@"^¥?\d[\d,]*\.\d{3}$")]
    private static partial Regex OneTooMany();

    public IReadOnlyList<Finding> Find()
    {
        var both = BothMedicines.Read(page, rows, hits, _values);
        if (both is not null)
            _found.Add(both);
        foreach (var hit in hits.Where(h => both is null || h.Field != FieldName.Diagnosis))
            Read(hit);
        if (OperationReader.Read(page, rows, hits, _values) is { } operation)
            _found.Add(operation);
        ReadRunningText();
        _found.AddRange(Narrative.Read(page, rows, _found));
        _found.AddRange(StayInText.Read(page, rows));
        _found.AddRange(HeadingPerson.Read(page, rows, hits));
        _found.AddRange(AddressedPerson.Read(page, rows));
        ReadUnlabelledDay();
        ReadTitles();
        ReadSigned();
        ReadLargeTotal();
        ReadOldNumber();
        _found.RemoveAll(f => f.FromHead && _found.Exists(o => o.Field == f.Field && o.Amounts is not null && !o.FromHead && o.LabelWrong == 0));
        TakeDeductions();
        // Where the plainer label's value was not read, that of a lesser one may be another number: 病历号 for 住院号.
        return [.. Supplements.With(AccountYears.Join(_found, hits), hits).Select(f => f.Amounts is null && _unread.Exists(u => u.Field == f.Field && u.Rank < f.Rank) ? f with { Confidence = Math.Min(f.Confidence, Doubtful) } : f)];
    }

    /// <summary>总费用 ¥42322.00, 大病保险报销 -¥1635.38: what a phone takes off the total is what was paid.</summary>
    private void TakeDeductions()
    {
        if (_found.Find(f => f.Field == FieldName.Total) is not { Amounts: [var total, ..] } || total.Amount <= Fen.Zero)
            return;
        for (var i = 0; i < _found.Count; i++)
        {
            if (Payers.Contains(_found[i].Field) && _found[i].Amounts is [{ Cost: 0 } paid, ..] && paid.Amount < Fen.Zero)
                _found[i] = _found[i] with { Value = (-paid.Amount).ToString(), Amounts = [(-paid.Amount, 0)], MostSure = Math.Min(_found[i].MostSure, DoubtfulLabels.MostSure) };
        }
    }

    private void Read(LabelHit hit)
    {
        switch (hit.Field)
        {
            case LabelTable.Other when hit.Text is "日期" or "时间" && Joined(_values.Inline(hit)) is { } days && FromTo().IsMatch(days.Text):
                ReadPeriod(hit);
                break;
            case LabelTable.Other when hit.Text is "小计" && _values.SumsFunds(hit):
                ReadMoney(hit, FieldName.FundPaid);
                break;
            case LabelTable.Other or FieldName.Operation:
                break;
            // 出院诊断： over 主要诊断：…: the word above has nothing of its own but what a stamp leaves there.
            case FieldName.Diagnosis when hit.Text is not ("主要诊断" or "主诊断") && hits.FirstOrDefault(h => h.Row == hit.Row + 1) is { Text: "主要诊断" or "主诊断", Start: 0 } below && Math.Abs(below.X0 - hit.X0) <= 4 * rows[hit.Row].Height:
                break;
            case FieldName.Diagnosis:
                if (!DiagnosisColumns.IsEarlier(rows, hit) && !DiagnosisColumns.IsAdmission(rows, hits, hit) && DiagnosisReader.Read(page, rows, hits, hit, _values) is { } diagnosis)
                    _found.Add(diagnosis);
                break;
            case LabelTable.Period:
                ReadPeriod(hit);
                break;
            case FieldName.Admitted or FieldName.Discharged or FieldName.Born:
                ReadDay(hit);
                break;
            case FieldName.CardNumber:
                Add(hit, Joined(_values.After(hit)), TextValues.CardNumber);
                break;
            case FieldName.CreditCode:
                Add(hit, Joined(_values.After(hit)), TextValues.Credit);
                break;
            case FieldName.IdNumber:
                // Between heads that are no labels it stands below its own: 姓名 | 证件号码 | 认定地.
                if (!Add(hit, Joined(_values.After(hit)), TextValues.Identity))
                    Add(hit, _values.UnderHead(hit), TextValues.Identity);
                break;
            case LabelTable.InWords:
                ReadWords(hit);
                break;
            case LabelTable.EitherWay:
                ReadEitherWay(hit);
                break;
            case LabelTable.InFigures:
                if (Subject(hit) is { } subject)
                    ReadMoney(hit, subject);
                break;
            case FieldName.Name when ReadPerson(hit):
                break;
            default:
                // 代码 alone may be anybody's.
                if (hit.Text is "代码")
                    AddFirst(hit, TextValues.BillCode);
                else if (Reader(hit.Field) is { } reader)
                    AddFirst(hit, reader);
                else
                    ReadMoney(hit, hit.Field);
                break;
        }
    }

    /// <summary>How the words of a field are told, null where its label is followed by something else.</summary>
    public static Func<string, string?>? Reader(string field) => field switch
    {
        FieldName.Name => TextValues.Name,
        FieldName.Sex => TextValues.Sex,
        FieldName.Age => TextValues.Days,
        FieldName.Hospital => TextValues.Hospital,
        FieldName.Department => TextValues.Ward,
        FieldName.HospitalLevel => TextValues.Level,
        FieldName.Days => TextValues.Days,
        FieldName.AdmissionNumber => TextValues.Stay,
        FieldName.BillCode or FieldName.BillNumber or FieldName.SettlementNumber or LabelTable.BusinessNumber => TextValues.Number,
        _ => null,
    };

    private static Snippet? Joined(IEnumerable<Snippet> snippets)
    {
        var glyphs = snippets.Take(3).SelectMany((s, i) => i == 0 ? s.Glyphs : [Glyph.Between(' '), .. s.Glyphs]).ToArray();
        return glyphs.Length == 0 ? null : new Snippet(glyphs);
    }

    private void AddFirst(LabelHit hit, Func<string, string?> read)
    {
        List<Snippet> near = Paired(hit) is { } half ? [half] : [.. _values.After(hit).Take(2)];
        // A name and what stands in brackets behind it may be read apart: 示例人民医院 | （东院区）.
        if (hit.Field == FieldName.Hospital && near is [var name, var rest] && rest.Glyphs[0].Char == '(' && rest.X0 - name.X1 < rows[hit.Row].Height)
            near = [new Snippet([.. name.Glyphs, .. rest.Glyphs])];
        var broken = false;
        if (near is [var first, ..])
        {
            (near[0], broken) = BrokenNumber.Of(hit.Field, first, near.Count > 1 ? near[1] : null, rows[hit.Row].Height);
        }
        foreach (var snippet in near)
        {
            if (Add(hit, Whole(hit, snippet), read))
            {
                // 02岁: a figure misread.
                if (broken || (hit.Field == FieldName.Age && snippet.Text[0] is '0'))
                    _found[^1] = _found[^1] with { MostSure = WordSureness.Doubtful };
                // 性别：男 | 消化内科 | 住院号：…: the ward in a cell of its own behind the sex, without a label.
                if (hit.Field == FieldName.Sex && near.Count > 1 && snippet == near[0] && WardAlone().IsMatch(TextFold.Squeeze(near[1].Text)) && !hits.Any(h => h.Field == FieldName.Department))
                    AddLate(FieldName.Department, TextFold.Squeeze(near[1].Text), near[1].Glyphs, Doubtful);
                return;
            }
        }
        // A number among heads of which too few are known stands below its own, as an identity number does.
        if (hit.Field is FieldName.AdmissionNumber or FieldName.SettlementNumber && !_values.Inline(hit).Any(s => s.Text.Any(char.IsAsciiDigit)) && Add(hit, _values.UnderHead(hit), read))
            return;
        if (hit.Wrong == 0)
            _unread.Add(hit);
    }

    /// <summary>A value with the lines of its cell that make it whole: 心血管内 / 科, 示例区中心医 / 院.</summary>
    private Snippet Whole(LabelHit hit, Snippet value) => hit.Field switch
    {
        FieldName.Department => _values.WithStart(hit, value, _values.WithEnd(hit, value, TextValues.IsWard)),
        FieldName.Hospital => _values.WithEnd(hit, value, text => TextValues.Hospital(text) is not null),
        _ => value,
    };

    [GeneratedRegex("^[\u4e00-\u9fff]{1,10}(?:科|病区|病房|疗区)$")]
    private static partial Regex WardAlone();

    private bool Add(LabelHit hit, Snippet? snippet, Func<string, string?> read)
    {
        if (snippet is not { } s || read(s.Text) is not { } value)
            return false;
        if (hit.Field == FieldName.Sex && WardBehindSex().Match(s.Text) is { Success: true } ward && s.Text.Length == s.Glyphs.Length)
            AddLate(FieldName.Department, ward.Groups[1].Value, s.Glyphs[ward.Groups[1].Index..]);
        _found.Add(new Finding(hit.Field, value, s.Confidence, page.Where(s.Glyphs), hit.Wrong, hit.Rank) { MostSure = BeginsLate(hit, s) || LostCharacter.Likely(s.Glyphs) || (_zeros.Seen && value.Contains('8', StringComparison.Ordinal)) ? WordSureness.Doubtful : WordSureness.Most });
        return true;
    }

    /// <summary>性别：女消化内科: the ward right behind the sex, without a label.</summary>
    [GeneratedRegex(@"^[男女]\s*([\u4e00-\u9fff]{1,10}(?:科|病区|病房|疗区))$")]
    private static partial Regex WardBehindSex();

    /// <summary>A name that begins well behind its colon may lack its first character.</summary>
    private bool BeginsLate(LabelHit hit, Snippet value)
    {
        var row = rows[hit.Row];
        return hit.Field == FieldName.Name && hit.End < row.Glyphs.Length && row.Glyphs[hit.End].Char is ':' && value.X0 - row.Glyphs[hit.End].X1 > row.Height * 9 / 10;
    }

    private void ReadMoney(LabelHit hit, string field)
    {
        var doubtful = _values.IsLoose(hit);
        if (_values.SumsFunds(hit))
            field = FieldName.FundPaid;
        if (Matrix.Find(rows, hits, hit) is (true, var cell))
        {
            field = Matrix.IsSum(hits, hit) ? FieldName.FundPaid : field;
            if (cell is { } paid && MoneyText.Readings(paid.Text) is { Count: > 0 } own)
                _found.Add(new Finding(field, own[0].Amount.ToString(), paid.Confidence, page.Where(paid.Glyphs), hit.Wrong, hit.Rank, own));
            return;
        }
        var after = _values.After(hit).ToList();
        // A stamp's one or two characters before the figures: 其他支付 | 市 | 中心 | 164.00.
        doubtful |= after.RemoveAll(s => SealPieces.IsMiddle(s.Text) || (s.Glyphs.Length <= 2 && s.Glyphs.All(g => TextFold.IsHan(g.Char)) && !s.Text.AsSpan().ContainsAny(LabelLike))) > 0;
        if (after is [var head, var tail, ..] && BrokenNumber.Amount(head, tail, rows[hit.Row].Height) is { } whole)
            (doubtful, after[0], _) = (true, whole, after.Remove(tail));
        // 3 | 79.39 farther apart: the beginning of an amount or its number, but not it.
        else if (after is [{ Text: var few }, var next, ..] && few.Length <= 2 && few.All(char.IsAsciiDigit) && few.Trim('0').Length > 0 && UnreadAmount().IsMatch(next.Text) && char.IsAsciiDigit(next.Text[0]))
            return;
        foreach (var snippet in after.Take(2))
        {
            var text = snippet.Text;
            // Another word before the figures: they may be that word's, unless it is a piece of a seal.
            if (TextFold.IsHan(text[0]))
            {
                if (text.AsSpan().ContainsAny(LabelLike))
                {
                    ReadBelow(hit, field);
                    return;
                }
                doubtful = true;
                // 预缴金楼2000.00: the label's last character was misread.
                if (text.Length < 2 || !(char.IsAsciiDigit(text[1]) || text[1] is '¥'))
                    continue;
                text = text[1..];
            }
            var readings = Amounts(text, ref doubtful);
            // 4又3814.23 | 1094.04: the amount was seen and not read, and the next one is another's.
            if (readings.Count == 0 && UnreadAmount().IsMatch(text))
                return;
            if (readings.Count == 0)
                continue;
            _found.Add(new Finding(field, readings[0].Amount.ToString(), doubtful ? Math.Min(snippet.Confidence, Doubtful) : snippet.Confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank, readings) { FromHead = HeadsClasses(hit), MostSure = DoubtfulLabels.Is(hit.Text) ? DoubtfulLabels.MostSure : 9_900 });
            return;
        }
    }

    [GeneratedRegex(@"\d\d\.\d\d(?!\d)")]
    private static partial Regex UnreadAmount();

    /// <summary>金额 | 甲类 | 乙类 | 自费 over the categories of a bill: below it stands what one category says, not the paper.</summary>
    private bool HeadsClasses(LabelHit hit) => StandsOverClasses(hit) && _values.Inline(hit).Count == 0;

    private bool StandsOverClasses(LabelHit hit) =>
        (rows[hit.Row].Text.Contains("甲类", StringComparison.Ordinal) && rows[hit.Row].Text.Contains("乙类", StringComparison.Ordinal)) || ClassTotals.Heads(rows[hit.Row]) is not null;

    /// <summary>补/退款 | 补 1431.39: the word before the figures says which way.</summary>
    private void ReadEitherWay(LabelHit hit)
    {
        if (BothWays(hit))
            return;
        if (Joined(_values.After(hit)) is not { } value || Way().Match(value.Text) is not { Success: true } way || MoneyText.Readings(way.Groups[2].Value) is not { Count: > 0 } readings)
            return;
        var field = way.Groups[1].Value[0] == '补' ? FieldName.ToppedUp : FieldName.Refunded;
        _found.Add(new Finding(field, readings[0].Amount.ToString(), value.Confidence, page.Where(value.Glyphs), hit.Wrong, hit.Rank, readings));
    }

    [GeneratedRegex(@"^[应(]?([补退])[缴交收款费还)]{0,2}[\s::]*([\d.,]+)(?:元)?$")]
    private static partial Regex Way();

    /// <summary>起付标准 | 进入金额 | 本次支付 over figures: words nobody knows stand between the heads.</summary>
    private void ReadBelow(LabelHit hit, string field)
    {
        if (rows[hit.Row].Text.Any(char.IsAsciiDigit) || _values.UnderHead(hit) is not { } below || MoneyText.Readings(below.Text) is not { Count: > 0 } readings)
            return;
        _found.Add(new Finding(field, readings[0].Amount.ToString(), Math.Min(below.Confidence, Doubtful), page.Where(below.Glyphs), hit.Wrong, hit.Rank, readings) { FromHead = StandsOverClasses(hit) });
    }

    private static IReadOnlyList<(Fen Amount, int Cost)> Amounts(string text, ref bool doubtful)
    {
        var readings = MoneyText.Readings(text);
        foreach (var cut in new[] { text.IndexOf(' ', StringComparison.Ordinal), text.IndexOf('元', StringComparison.Ordinal), text.IndexOf('(', StringComparison.Ordinal), text.IndexOf(')', StringComparison.Ordinal) is > 3 and var close && text[close - 3] == '.' ? close : -1 })
        {
            if (readings.Count == 0 && cut > 0)
                readings = MoneyText.Readings(text[..cut]);
        }
        // A rule of the table or a seal's edge read as a digit behind the fen: only a sum can prove it.
        if (readings.Count == 0 && OneTooMany().IsMatch(text))
        {
            doubtful = true;
            readings = [.. MoneyText.Readings(text[..^1]).Select(r => (r.Amount, r.Cost + 2))];
        }
        // A piece of a seal behind the figures: 0.00章.
        var end = text.AsSpan().IndexOfAnyExcept(Figures);
        if (readings.Count == 0 && end >= 3 && TextFold.IsHan(text[end]) && !text.AsSpan(end).ContainsAnyInRange('0', '9'))
        {
            doubtful = true;
            readings = MoneyText.Readings(text[..end]);
        }
        return readings;
    }
}
