namespace Shouwang.Shared.Bills.Fields;

/// <summary>First characters of family names (姓氏): a name that begins with none of them was probably misread, 下金根 for 卞金根.</summary>
public static class Surnames
{
    private const string First =
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖付闫仝佟佘佴保信兰关冒初勾区占原双古召台吾哈多大头奇妥姒宛客寻尧尼岳岩崇布帅帖幸库应开归忻性恽户才扎扬折招拉拓揭操敬斯旦旺昂晋普智朝木未本来果楚楼檀次欣正母毓永汉沐泽海涂涵淡淦源滿漆漫火炎爱牟独玉珠理生由甫由畅白皇盘眭矫矿碧祭称税窝竹笪第笃筱粟练绳绽缑老者耶自舍苑苟苦英茆茶荔药莽菅营萨落蒿藏虎蛇行褟西要覃观言詹诺谌谯豆贵赛赫起路达迟迪郄郇部酒释里钦钮铁铎银锁锐长门问闾阳阿陀降随隋零雪霜青鞏顿风飞香骈麦黑黨鼓仉尉";

    /// <summary>Whether a name as read can be somebody's. Names with a dot are those of minorities and begin with anything.</summary>
    public static bool Plausible(string name) => name.Contains('·', StringComparison.Ordinal) || First.Contains(name[0], StringComparison.Ordinal);
}
